/** A whole number that the driver hands over as a string (BIGINT, COUNT, SUM). Throws where a double would lose digits. */
export const num = (value: string | number | null | undefined): number => {
  const parsed = Number(value ?? 0);
  if (!Number.isSafeInteger(parsed)) throw new RangeError(`not a safe whole number: ${value}`);
  return parsed;
};

/** The same for a column that may be empty. */
export const numOrNull = (value: string | number | null): number | null => (value === null ? null : num(value));

/** A JSON column: MariaDB hands over text, MySQL a parsed value. */
export const json = <T>(value: unknown): T => (typeof value === 'string' ? (JSON.parse(value) as T) : (value as T));

/** The same for a column that may be empty. */
export const jsonOrNull = <T>(value: unknown): T | null => (value === null ? null : json<T>(value));

/** Splits a list for statements of bounded size. */
export const chunks = <T>(items: readonly T[], size: number): T[][] => {
  const result: T[][] = [];
  for (let i = 0; i < items.length; i += size) result.push(items.slice(i, i + size));
  return result;
};
