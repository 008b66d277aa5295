const GROUP = 4;
const MOST = 40;

/** Only what codes are made of: letters, digits and the dashes between them. */
const cleaned = (text: string): string => text.replace(/[^0-9A-Za-z-]/g, '').slice(0, MOST + GROUP * 2);

/**
 * A code as it is being typed. Signs that are added at the end fall into groups of four, unless the person sets the dashes; nothing
 * moves while something in the middle is mended. The server compares without dashes.
 */
export const grouped = (text: string, before: string): string => {
  const next = cleaned(text.replace(/\s+/g, '-'));
  const isLonger = next.length > before.length && next.startsWith(before);
  if (!isLonger) return next;
  const signs = next.replace(/-/g, '');
  const asOurs = before === inGroups(before.replace(/-/g, ''));
  const hasOwnDash = next.slice(before.length).includes('-');
  return asOurs && !hasOwnDash ? inGroups(signs) : next;
};

const inGroups = (signs: string): string => signs.match(/.{1,4}/g)?.join('-') ?? '';

/** The code in what was scanned or pasted: itself, or the `code` of a link. */
export const codeIn = (text: string): string => {
  const linked = /[?&#]code=([^&#\s]+)/i.exec(text)?.[1];
  return cleaned((linked ? decodeURIComponent(linked) : text).trim().replace(/\s+/g, '-'));
};
