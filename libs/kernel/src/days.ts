/** A business day of the brand, `YYYY-MM-DD`: such texts sort as the days do. */
export type Day = string;

/** Year, month 1–12, date. */
export const dayNumbers = (day: Day): [number, number, number] => {
  const [year, month, date] = day.split('-').map(Number);
  return [year!, month!, date!];
};

/** Whether a text is a day of the calendar: 2026-02-29 is none. */
export const isDay = (text: string): text is Day => /^\d{4}-\d\d-\d\d$/.test(text) && plusDays(text, 0) === text;

const text = (utc: number): Day => new Date(utc).toISOString().slice(0, 10);

export const plusDays = (day: Day, days: number): Day => {
  const [year, month, date] = dayNumbers(day);
  return text(Date.UTC(year, month - 1, date + days));
};

/** The same date some months later or earlier; a date that the month does not have becomes its last (31 January + 1 = 28 or 29 February). */
export const plusMonths = (day: Day, months: number): Day => {
  const [year, month, date] = dayNumbers(day);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return text(Date.UTC(year, month - 1 + months, Math.min(date, last)));
};

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => {
  const [y1, m1, d1] = dayNumbers(from);
  const [y2, m2, d2] = dayNumbers(to);
  return Math.round((Date.UTC(y2, m2 - 1, d2) - Date.UTC(y1, m1 - 1, d1)) / 86_400_000);
};
