/** The only source of the present. Read once per use case and handed down. */
export interface Clock {
  now(): Date;
}

/** A half-open span of time: `from` belongs to it, `until` does not. A missing end is open. */
export interface Period {
  readonly from: Date | null;
  readonly until: Date | null;
}

export const contains = (period: Period, at: Date): boolean =>
  (period.from === null || at >= period.from) && (period.until === null || at < period.until);

export const DAY_MS = 86_400_000;
export const addMs = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
export const addDays = (at: Date, days: number): Date => addMs(at, days * DAY_MS);
