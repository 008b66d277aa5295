import type { MemberId } from '@fanloop/kernel';
import { type Day, plusMonths } from '../rules/calendar/days';
import type { ExpiryPolicy } from '../rules/settings';
import type { BrandTime } from '../store/brand-time';
import { earliest, type LedgerBatch } from '../store/ledger-batch';

export interface Sign {
  readonly memberId: MemberId;
  readonly at: Date;
  readonly day: Day;
  /** A purchase or a use of points. Other points that come in only start a clock that stands still. */
  readonly active: boolean;
}

/**
 * Keeps the clock of points that live as long as the member is active. Call it before the points of the same movement come in.
 * Activity moves the end on, never back; a clock that ran out takes its points along and begins anew.
 */
export const keepClock = (
  batch: LedgerBatch,
  { memberId, at, day, active }: Sign,
  { expiry, time }: { readonly expiry: ExpiryPolicy; readonly time: BrandTime },
): void => {
  const { inactivityEndsAt, inactivityMonths } = batch.account(memberId)!;
  const promised = expiry.kind === 'inactivity' ? expiry.months : 0;
  if (inactivityEndsAt === null && promised === 0) return;
  const running = inactivityEndsAt !== null && inactivityEndsAt > at;
  if (running && !active && promised === 0) return;
  if (inactivityEndsAt !== null && !running) batch.endByInactivity(memberId, inactivityEndsAt);
  const months = Math.max(promised, running ? (inactivityMonths ?? 0) : 0);
  if (months === 0) {
    batch.note(memberId, { inactivityEndsAt: null, inactivityMonths: null });
    return;
  }
  const end = time.endOf(plusMonths(day, months));
  const moves = !running || (active && end > inactivityEndsAt);
  const endsAt = moves ? end : inactivityEndsAt;
  batch.note(memberId, {
    inactivityEndsAt: endsAt,
    inactivityMonths: months,
    nextExpiryAt: earliest([batch.account(memberId)!.nextExpiryAt, endsAt]),
  });
};
