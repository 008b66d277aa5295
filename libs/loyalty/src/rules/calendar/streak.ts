import { type Day, plusDays } from './days';

export interface CheckedDay {
  readonly day: Day;
  readonly streak: number;
}

/** Whether a member may check in on `day`: once a day, and never for a day before the last one (a clock that was set back). */
export const mayCheckIn = (last: CheckedDay | null, day: Day): boolean => last === null || last.day < day;

/** Days in a row that a check-in on `day` makes. */
export const streakOn = (last: CheckedDay | null, day: Day): number =>
  last !== null && last.day === plusDays(day, -1) ? last.streak + 1 : 1;

/** The streak as it stands on `day`, before a check-in: it lives until the day after the last one has passed. */
export const standingStreak = (last: CheckedDay | null, day: Day): number =>
  last !== null && last.day >= plusDays(day, -1) ? last.streak : 0;
