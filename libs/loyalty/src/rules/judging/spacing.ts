/** A space between Chinese and figures, everywhere but inside 「names」, which stay as people wrote them. */
export const spaced = (text: string): string =>
  text
    .split(/(「[^」]*」)/)
    .map((part) => (part.startsWith('「') ? part : part.replace(BEFORE, '$1 $2').replace(AFTER, '$1 $2')))
    .join('');

const BEFORE = /([\u4e00-\u9fff])([¥×−A-Za-z0-9])/g;
const AFTER = /([A-Za-z0-9%])([\u4e00-\u9fff])/g;
