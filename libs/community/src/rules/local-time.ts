const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Minutes by which a zone is ahead of UTC at an instant (milliseconds since 1970). */
export type OffsetAt = (atMs: number) => number;

export interface PlannedInstant {
  readonly at: Date;
  /** The clocks were put forward over this local time (`gap`), or passed it twice (`overlap`). */
  readonly clockChange: 'gap' | 'overlap' | null;
}

/**
 * The instant of a local date-time such as `2026-11-23T10:30`, or null when it is none. As RFC 5545 (3.3.5) has it for
 * calendars: a local time that does not exist is read with the offset before the gap (02:30 becomes 03:30 by the new
 * time), and of one that exists twice the first is meant.
 */
export const plannedInstant = (local: string, offsetAt: OffsetAt): PlannedInstant | null => {
  const wall = wallClock(local);
  if (wall === null) return null;
  // No zone changes its clocks twice within two days.
  const before = wall - offsetAt(wall - DAY_MS) * MINUTE_MS;
  const after = wall - offsetAt(wall + DAY_MS) * MINUTE_MS;
  const real = [...new Set([before, after])].filter((ms) => ms + offsetAt(ms) * MINUTE_MS === wall);
  if (real.length === 0) return { at: new Date(before), clockChange: 'gap' };
  return { at: new Date(Math.min(...real)), clockChange: real.length === 2 ? 'overlap' : null };
};

/** The local time as if it were UTC; null for a day that no calendar has (30 February). */
const wallClock = (local: string): number | null => {
  const fields = LOCAL.exec(local)?.slice(1).map(Number);
  if (!fields) return null;
  const [year, month, day, hour, minute] = fields as [number, number, number, number, number];
  const ms = Date.UTC(year, month - 1, day, hour, minute);
  return new Date(ms).toISOString().startsWith(local) ? ms : null;
};
