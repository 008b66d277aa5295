import type { StoreId } from '@fanloop/kernel';
import { json } from '@fanloop/platform';
import { givenBack } from '../rules/judging/counting';
import { type Paid, type PaidLine, paidOf } from '../rules/judging/paid';
import type { Entry, Lot } from '../rules/ledger/account';
import type { Claim } from '../rules/ledger/claw-back';
import { claimOf, isFullyRefunded, type RefundedLine } from '../rules/ledger/refund-claims';
import type { Counters } from '../store/counters';

/** What a purchase was paid, as its journal entry tells: the base of every refund. */
export interface PaidPurchase extends Paid {
  readonly entry: Entry;
  readonly storeId: StoreId | null;
}

export const paidPurchase = (entry: Entry, lines: readonly PaidLine[]): PaidPurchase => ({
  ...paidOf(json(entry.trace), lines),
  entry,
  storeId: entry.storeId,
});

/** What the refunds so far claim of each lot that the purchase paid into. */
export const claimsOf = (paid: PaidPurchase, lots: readonly Lot[], refunded: readonly RefundedLine[]): Claim[] => {
  const own = lots.filter((lot) => lot.source === paid.entry.reference);
  const credited = paid.credited ?? own.map((lot) => ({ lotNo: lot.lotNo, steps: paid.steps.map((_, i) => i) }));
  return credited.map(({ lotNo, steps }) => ({
    lotNo,
    claimed: steps.reduce((sum, i) => sum + claimOf(paid.steps[i]!.parts, refunded), 0),
  }));
};

/** Tier points, caps, budgets and the counts of the purchase's own day are free again, in proportion to what was refunded. */
export const giveCountersBack = (
  { days, caps, budgets }: Counters,
  { entry, day, storeId, steps, limits }: PaidPurchase,
  before: readonly RefundedLine[],
  after: readonly RefundedLine[],
): void => {
  const back = givenBack(steps, limits, { before, after });
  for (const count of back.counts) {
    caps.add(entry.memberId, count.ruleId, count.caps, day, count.amount);
    if (count.budget !== null) budgets.add(count.ruleId, storeId, count.budget);
  }
  const amountOf = (lines: readonly RefundedLine[]): number =>
    lines.reduce((sum, { refunded }) => sum + refunded.amountFen, 0);
  days.add(entry.memberId, day, {
    tierPoints: -back.tierPoints,
    netFen: amountOf(before) - amountOf(after),
    purchases: isFullyRefunded(after) && !isFullyRefunded(before) ? -1 : 0,
  });
};
