/** Longer lists are not read on a ticket; the columns that keep the texts are sized for it. */
const MOST_SIGNS = 120;

/**
 * “奶茶、果茶”, or when it grows too long its beginning and the count: “奶茶、果茶 等 57 种商品”. The first name always
 * stands, whatever its length.
 */
export const listed = (names: readonly string[], unit: string): string => {
  const shown: string[] = [];
  let signs = 0;
  for (const name of names) {
    signs += name.length + 1;
    if (shown.length > 0 && signs > MOST_SIGNS) return `${shown.join('、')} 等 ${names.length} ${unit}`;
    shown.push(name);
  }
  return shown.join('、');
};
