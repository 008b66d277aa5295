import { refuse } from './refusals';

/** A line of an uploaded list that may name a member. */
export interface ListEntry {
  readonly line: number;
  readonly value: string;
}

const MOST_LINES = 200_000;

/**
 * The values of a list: one member per line, a member number or a phone, in the first column. Blank lines, blanks and quotes do
 * not count; a first line that holds no digit is a heading. Numbers that a spreadsheet wrote with grouping blanks are one value.
 */
export const readList = (text: string): ListEntry[] => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (lines.length > MOST_LINES) throw refuse('ListTooLong', { most: MOST_LINES });
  const entries = lines.flatMap((raw, i): ListEntry[] => {
    const value = firstCell(raw);
    return value === '' ? [] : [{ line: i + 1, value }];
  });
  return entries[0] && !/\d/.test(entries[0].value) ? entries.slice(1) : entries;
};

const firstCell = (line: string): string =>
  (line.split(/[,;\t，；]/)[0] ?? '').replace(/[\s"'“”\u00A0\u3000]/g, '').slice(0, 64);
