let skewMs = 0;

/** Every answer carries the server's time (to the second): a phone with a wrong clock still dates its records rightly. */
export const learnServerTime = (header: Record<string, unknown> | undefined, phoneNow: number): void => {
  const said = header?.Date ?? header?.date;
  const at = typeof said === 'string' ? new Date(said).getTime() : Number.NaN;
  if (!Number.isNaN(at)) skewMs = at - phoneNow;
};

export const serverNow = (): number => Date.now() + skewMs;
