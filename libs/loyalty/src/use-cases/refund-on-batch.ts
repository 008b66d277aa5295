import type { Actor, Fen, MemberId, StoreId } from '@fanloop/kernel';
import type { Entry, Lot } from '../rules/ledger/account';
import { type Clawback, clawBack } from '../rules/ledger/claw-back';
import type { RefundedLine } from '../rules/ledger/refund-claims';
import { tierByCode } from '../rules/tiers/tiers';
import type { BrandTime } from '../store/brand-time';
import { type ClawbackTrace, clawbackWhy, deductedBefore } from './claw-back-trace';
import { RULES_ACTOR } from './earn-for-purchases.use-case';
import type { OpenedJudging } from './open-judging';
import { claimsOf, giveCountersBack, type PaidPurchase } from './paid-purchase';
import { settle } from './settle';

/** A line of the refunded purchase, and what was refunded of it before and after this refund. */
export interface RefundedPart {
  readonly amountFen: Fen;
  readonly quantity: number;
  readonly refundedBefore: { readonly amountFen: Fen; readonly quantity: number };
  readonly refundedAfter: { readonly amountFen: Fen; readonly quantity: number };
}

export interface ClawBackQuery {
  readonly purchaseId: string;
  readonly memberId: MemberId | null;
  /** Where the refund happens. */
  readonly storeId: StoreId | null;
  readonly at: Date;
  readonly reason?: string | null;
  readonly actor?: Actor;
  /** All lines of the purchase, in their order. */
  readonly lines: readonly RefundedPart[];
}

export interface Refunding {
  readonly query: ClawBackQuery;
  readonly paid: PaidPurchase;
  readonly reference: string;
  /** The member's lots with something left, and those of the purchase. */
  readonly lots: readonly Lot[];
  /** Clawbacks of earlier refunds of the purchase. */
  readonly earlier: readonly Entry[];
  readonly time: BrandTime;
}

export interface RefundDone {
  readonly entry: Entry;
  readonly claw: Clawback;
  readonly trace: ClawbackTrace;
}

/** What a refund does to a locked account: points, then counters, then the tier. Nothing is read here, nothing written. */
export const refundOnBatch = (opened: OpenedJudging, refunding: Refunding): RefundDone => {
  const { batch, programme, tiering, counters } = opened;
  const { query, paid, reference, earlier, time } = refunding;
  const { settings } = programme;
  const memberId = query.memberId!;
  const lots = settle(batch, memberId, refunding.lots, { settings, time, now: query.at });
  const before = query.lines.map((line) => ({ ...line, refunded: line.refundedBefore }));
  const after = refundedAfter(query);
  const claw = clawBack(lots, claimsOf(paid, lots, after), {
    policy: settings.clawbackPolicy,
    fenPer100Points: settings.fenPer100Points,
    refundFen: amountOf(after) - amountOf(before),
    deductedBefore: deductedBefore(earlier),
  });
  giveCountersBack(counters, paid, before, after);
  const tierChanged = tiering.fall(memberId, { reference }, query.at);
  const trace: ClawbackTrace = {
    purchaseId: query.purchaseId,
    refunded: { before: before.map(({ refunded }) => refunded), after: after.map(({ refunded }) => refunded) },
    debtAdded: claw.debtAdded,
    deductedPoints: claw.deductedPoints,
    deductedFen: claw.deductedFen,
    writtenOff: claw.writtenOff,
    tierAfter: tierOf(opened, memberId),
    tierChanged,
    why: clawbackWhy(claw),
  };
  const { reason = null, at, actor = RULES_ACTOR } = query;
  const entry = batch.post(memberId, claw.posting, { reference, actor, reason, storeId: paid.storeId, trace, at });
  return { entry, claw, trace };
};

export const refundedAfter = ({ lines }: ClawBackQuery): RefundedLine[] =>
  lines.map((line) => ({ ...line, refunded: line.refundedAfter }));

const amountOf = (lines: readonly RefundedLine[]): Fen =>
  lines.reduce((sum, { refunded }) => sum + refunded.amountFen, 0);

const tierOf = ({ batch, programme }: OpenedJudging, memberId: MemberId): ClawbackTrace['tierAfter'] => {
  const tier = tierByCode(programme.tiers, batch.account(memberId)?.tier.code ?? null);
  return tier ? { code: tier.code, name: tier.name } : null;
};
