const DAY_MS = 86_400_000;

/** Bills are by Beijing's day, wherever the brand is; so is everything that is laid beside them. */
export const BEIJING = 'Asia/Shanghai';

/** From the first instant of a Beijing day (`YYYY-MM-DD`) to the first of the next. */
export const beijingDay = (day: string): { readonly from: Date; readonly until: Date } => {
  const from = new Date(`${day}T00:00:00+08:00`);
  return { from, until: new Date(from.getTime() + DAY_MS) };
};
