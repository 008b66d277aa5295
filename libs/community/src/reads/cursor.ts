import { refuse } from '../rules/refusals';

/** A page of a feed; `nextCursor` null at its end. */
export interface FeedPage<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

/** Where a page ended, as opaque text. */
export const writeCursor = (place: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/** The numbers of a place, or CursorInvalid: a cursor comes from outside. */
export const readCursor = (cursor: string, length: number): number[] => {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const numbers = Array.isArray(place) ? place.map(Number) : [];
    if (numbers.length === length && numbers.every(Number.isSafeInteger)) return numbers;
  } catch {
    // Not one of ours: refused below.
  }
  throw refuse('CursorInvalid');
};

/** Cuts rows that were read one beyond the limit into a page. */
export const pageOf = <Row, T>(
  rows: readonly Row[],
  limit: number,
  view: (row: Row) => T,
  placeOf: (row: Row) => readonly (string | number)[],
): FeedPage<T> => {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown[shown.length - 1] : undefined;
  return { items: shown.map(view), nextCursor: last === undefined ? null : writeCursor(placeOf(last)) };
};
