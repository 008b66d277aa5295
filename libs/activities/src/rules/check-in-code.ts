/** A keyed hash as an even whole number below `limit`. */
export type KeyedNumber = (text: string, limit: number) => number;

export const STEP_SECONDS = 30;
export const CODE_DIGITS = 16;
/** A clock may be a step ahead or behind. */
const TOLERANCE = [0, -1, 1] as const;
const HALF = 10 ** (CODE_DIGITS / 2);

export const stepAt = (now: Date): number => Math.floor(now.getTime() / (STEP_SECONDS * 1000));

export const endOfStep = (step: number): Date => new Date((step + 1) * STEP_SECONDS * 1000);

/**
 * The code of an entry in one time step: 8 digits that hide its number in the activity, and 8 digits that prove it.
 * Without the key both halves look random, and one step's code tells nothing of the next.
 */
export const checkInCode = (activityId: string, queueNo: number, step: number, keyed: KeyedNumber): string => {
  if (queueNo < 0 || queueNo >= HALF) throw new RangeError(`no check-in code for entry ${queueNo}`);
  const hidden = (queueNo + keyed(`hide:${activityId}:${step}`, HALF)) % HALF;
  return `${digits(hidden)}${digits(proof(activityId, queueNo, step, keyed))}`;
};

/** The entry's number in the activity, or null when the code is wrong or not of this time. */
export const readCheckInCode = (activityId: string, code: string, now: Date, keyed: KeyedNumber): number | null => {
  if (!/^\d{16}$/.test(code)) return null;
  const [hidden, shown] = [Number(code.slice(0, 8)), Number(code.slice(8))];
  for (const offset of TOLERANCE) {
    const step = stepAt(now) + offset;
    const queueNo = (hidden - keyed(`hide:${activityId}:${step}`, HALF) + HALF) % HALF;
    if (proof(activityId, queueNo, step, keyed) === shown) return queueNo;
  }
  return null;
};

const proof = (activityId: string, queueNo: number, step: number, keyed: KeyedNumber): number =>
  keyed(`prove:${activityId}:${queueNo}:${step}`, HALF);

const digits = (value: number): string => String(value).padStart(CODE_DIGITS / 2, '0');
