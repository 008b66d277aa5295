/**
 * Where two plain values first differ: `steps[1].points: 57 recorded, 58 recomputed`. A field without a value and one that is
 * absent are the same, as they are in JSON. Null: they are equal.
 */
export const firstDifference = (recorded: unknown, recomputed: unknown, path = ''): string | null =>
  // Nearly all are equal, and then no path is needed: a proof compares millions.
  same(recorded, recomputed) ? null : where(recorded, recomputed, path);

const same = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b)) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, i) => same(one, b[i]));
  if (Array.isArray(b)) return false;
  for (const key in a) if (!same(a[key], b[key])) return false;
  for (const key in b) if (b[key] !== undefined && a[key] === undefined) return false;
  return true;
};

const where = (recorded: unknown, recomputed: unknown, path: string): string | null => {
  if (recorded === recomputed) return null;
  if (!isObject(recorded) || !isObject(recomputed) || Array.isArray(recorded) !== Array.isArray(recomputed))
    return `${path}: ${said(recorded)} recorded, ${said(recomputed)} recomputed`;
  for (const key of new Set([...Object.keys(recorded), ...Object.keys(recomputed)])) {
    const inner = Array.isArray(recorded) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    const difference = where(recorded[key], recomputed[key], inner);
    if (difference) return difference;
  }
  return null;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object';

const said = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
