import type { MemberId } from '@fanloop/kernel';
import { systemActor } from '@fanloop/kernel';
import type { Lot } from '../rules/account';
import { expire } from '../rules/ledger';
import type { LedgerBatch } from '../store/ledger-batch';

export const EXPIRY_ACTOR = systemActor('expiry');

/**
 * Lets die what is due at `now`, one entry per instant of expiry, and answers the lots as they are afterwards. The nightly sweep
 * does it for all; a spending does it for its member first, so that a late sweep never lends dead points.
 */
export const settleExpiry = (batch: LedgerBatch, memberId: MemberId, lots: readonly Lot[], now: Date): Lot[] => {
  const ends = lots.flatMap((lot) =>
    lot.remaining > 0 && lot.expiresAt && lot.expiresAt <= now ? [lot.expiresAt] : [],
  );
  const instants = [...new Set(ends.map((end) => end.getTime()))].sort((a, b) => a - b);
  for (const instant of instants) {
    const at = new Date(instant);
    const posting = expire(
      lots.filter((lot) => lot.expiresAt?.getTime() === instant),
      at,
    );
    const { seq } = batch.account(memberId)!;
    if (posting) batch.post(memberId, posting, { reference: `expiry:${memberId}:${seq + 1}`, actor: EXPIRY_ACTOR, at });
  }
  const after = lots.map((lot) =>
    lot.expiresAt && lot.expiresAt <= now ? { ...lot, remaining: 0, expired: lot.expired + lot.remaining } : lot,
  );
  batch.note(memberId, { nextExpiryAt: firstEnd(after) });
  return after;
};

export const firstEnd = (lots: readonly Lot[]): Date | null =>
  lots.reduce<Date | null>((first, lot) => {
    if (lot.remaining === 0 || lot.expiresAt === null) return first;
    return first === null || lot.expiresAt < first ? lot.expiresAt : first;
  }, null);
