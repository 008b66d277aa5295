import { type Actor, type MemberId, systemActor } from '@fanloop/kernel';
import type { Lot, LotChange } from '../rules/ledger/account';
import { activate, dueForActivation, expire } from '../rules/ledger/ledger';
import type { LoyaltySettings } from '../rules/settings';
import type { BrandTime } from '../store/brand-time';
import { earliest, type LedgerBatch } from '../store/ledger-batch';

const CLOCK_ACTOR: Actor = systemActor('clock');

export interface SettleContext {
  readonly settings: LoyaltySettings;
  readonly time: BrandTime;
  readonly now: Date;
}

/**
 * Does what the clock has made due for one locked account, and answers its lots as they are then: pending points become
 * usable, dead ones die, one entry per instant. Whoever moves points settles first, so that a late sweep never lends dead points
 * nor withholds ripe ones.
 */
export const settle = (batch: LedgerBatch, memberId: MemberId, lots: readonly Lot[], context: SettleContext): Lot[] => {
  const ripe = dueForActivation(lots, context.now);
  let after = [...lots];
  for (const at of instantsOf(ripe.map((lot) => lot.activateAt)))
    after = activateLots(batch, memberId, after, (lot) => lot.activateAt?.getTime() === at.getTime(), {
      ...context,
      now: at,
    });
  const dying = after.filter((lot) => lot.remaining > 0 && lot.expiresAt !== null && lot.expiresAt <= context.now);
  for (const at of instantsOf(dying.map((lot) => lot.expiresAt))) after = expireLots(batch, memberId, after, at);
  noteNext(batch, memberId, after);
  return after;
};

/** Makes pending lots usable, and answers all lots as they are then. A lot whose life begins only now gets its end. */
export const activateLots = (
  batch: LedgerBatch,
  memberId: MemberId,
  lots: readonly Lot[],
  isDue: (lot: Lot) => boolean,
  { settings, time, now }: SettleContext,
): Lot[] => {
  const account = batch.account(memberId)!;
  const endOf = (lot: Lot): Date | null => {
    const hasAnEnd = lot.byInactivity ? account.inactivityEndsAt !== null : lot.activateOn === null;
    return hasAnEnd ? null : time.lotEnd(time.day(now), lot.expireAfterDays, settings.expiry);
  };
  const posting = activate(account, lots.filter(isDue), endOf);
  if (!posting) return [...lots];
  const reference = `activation:${memberId}:${account.seq + 1}`;
  batch.post(memberId, posting, { reference, actor: CLOCK_ACTOR, at: now });
  const after = changed(lots, posting.changes);
  const { nextExpiryAt } = batch.account(memberId)!;
  batch.note(memberId, { nextExpiryAt: earliest([nextExpiryAt, ...after.filter(isDue).map((lot) => lot.expiresAt)]) });
  return after;
};

const expireLots = (batch: LedgerBatch, memberId: MemberId, lots: readonly Lot[], at: Date): Lot[] => {
  const posting = expire(lots, at);
  if (!posting) return [...lots];
  const reference = `expiry:${memberId}:${batch.account(memberId)!.seq + 1}`;
  batch.post(memberId, posting, { reference, actor: CLOCK_ACTOR, at });
  return changed(lots, posting.changes);
};

/** When the sweeps must look again. */
export const noteNext = (batch: LedgerBatch, memberId: MemberId, lots: readonly Lot[]): void =>
  batch.note(memberId, {
    nextExpiryAt: earliest(lots.map((lot) => (lot.remaining > 0 ? lot.expiresAt : null))),
    nextActivationAt: earliest(lots.map((lot) => (lot.pending > 0 ? lot.activateAt : null))),
  });

const changed = (lots: readonly Lot[], changes: readonly LotChange[]): Lot[] => {
  const byLot = new Map(changes.map((change) => [change.lotNo, change]));
  return lots.map((lot) => {
    const change = byLot.get(lot.lotNo);
    if (!change) return lot;
    return {
      ...lot,
      remaining: lot.remaining + change.remaining,
      pending: lot.pending + change.pending,
      expired: lot.expired + change.expired,
      expiresAt: change.expiresAt ?? lot.expiresAt,
    };
  });
};

const instantsOf = (moments: readonly (Date | null)[]): Date[] =>
  [...new Set(moments.flatMap((moment) => (moment === null ? [] : [moment.getTime()])))]
    .sort((a, b) => a - b)
    .map((ms) => new Date(ms));
