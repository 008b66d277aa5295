import type { StartOfDayAfter, Validity } from './terms';

/** Half-open: `until` no longer counts. */
export interface ValidSpan {
  readonly validFrom: Date;
  readonly validUntil: Date;
}

/**
 * When a coupon claimed at `claimedAt` is valid. "N days after claim" runs to the end of the N-th day after the day of
 * the claim in the brand's zone: a coupon claimed a minute before midnight still gives N whole days.
 */
export const validSpan = (validity: Validity, claimedAt: Date, startOfDayAfter: StartOfDayAfter): ValidSpan => {
  if (validity.kind === 'days')
    return { validFrom: claimedAt, validUntil: startOfDayAfter(claimedAt, validity.days + 1) };
  const from = new Date(validity.from);
  return { validFrom: from > claimedAt ? from : claimedAt, validUntil: new Date(validity.until) };
};
