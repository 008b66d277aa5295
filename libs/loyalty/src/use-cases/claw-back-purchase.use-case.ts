import { type DomainEvent, domainEvent } from '@fanloop/events';
import type { Fen, Points } from '@fanloop/kernel';
import { json, Outbox, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Entry } from '../rules/ledger/account';
import type { Clawback } from '../rules/ledger/claw-back';
import { isFullyRefunded } from '../rules/ledger/refund-claims';
import { BrandTime } from '../store/brand-time';
import { LedgerStore } from '../store/ledger-store';
import type { ClawbackTrace } from './claw-back-trace';
import { purchaseReference } from './earn-for-purchases.use-case';
import { settledEvents, tierEvents, withdrawnEvents } from './ledger-events';
import { type OpenedJudging, OpenJudging } from './open-judging';
import { type PaidPurchase, paidPurchase } from './paid-purchase';
import { type ClawBackQuery, type RefundDone, refundedAfter, refundOnBatch } from './refund-on-batch';

export interface ClawBackCommand extends ClawBackQuery {
  readonly refundId: string;
}

export interface ClawBackResult {
  /** Taken from the balance, from pending points and added as debt together. */
  readonly pointsClawedBack: Points;
  readonly debtAdded: Points;
  readonly deductedPoints: Points;
  /** To be kept back from the money. */
  readonly deductedFen: Fen;
  readonly writtenOff: Points;
  readonly balanceAfter: Points | null;
  readonly tierAfter: { readonly code: string; readonly name: string } | null;
  readonly why: readonly string[];
}

/** Takes back what the refunded part of a purchase had paid: points, tier points, caps and budgets, each in its own proportion. */
@Injectable()
export class ClawBackPurchase {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly opening: OpenJudging,
    private readonly time: BrandTime,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Tx, command: ClawBackCommand): Promise<ClawBackResult> {
    const { memberId } = command;
    if (memberId === null) return NOTHING;
    const accounts = await this.ledger.accounts.lock(tx, [memberId]);
    const reference = `refund:${command.purchaseId}:${command.refundId}`;
    const known = (await this.ledger.journal.byReference(tx, 'clawback', [reference])).get(reference);
    if (known) return resultOf(known, json(known.trace));
    const paid = await this.paid(tx, command);
    if (!paid || !accounts.has(memberId)) return NOTHING;
    const opened = await this.opening.execute(tx, accounts, [
      { trigger: 'refund', storeId: command.storeId, day: paid.day },
    ]);
    const done = await this.post(tx, opened, command, paid, reference);
    await this.ledger.writer.write(tx, opened.batch);
    await this.outbox.append(tx, [
      ...settledEvents(opened.batch.entries),
      ...tierEvents(opened.batch.tierChanges),
      clawedBackEvent(done.entry, done.claw),
      ...(paid.trace && isFullyRefunded(refundedAfter(command))
        ? withdrawnEvents(paid.entry, paid.trace, command.at)
        : []),
    ]);
    return resultOf(done.entry, done.trace);
  }

  /** The same without writing; `db` may be a reader, the answer then holds for the moment. */
  async preview(db: Queryable, query: ClawBackQuery): Promise<ClawBackResult> {
    const { memberId } = query;
    if (memberId === null) return NOTHING;
    const accounts = await this.ledger.accounts.read(db, [memberId]);
    const paid = await this.paid(db, query);
    if (!paid || !accounts.has(memberId)) return NOTHING;
    const opened = await this.opening.look(db, accounts, [
      { trigger: 'refund', storeId: query.storeId, day: paid.day },
    ]);
    const done = await this.post(db, opened, query, paid, `refund:${query.purchaseId}:preview`);
    return resultOf(done.entry, done.trace);
  }

  private async paid(db: Queryable, { purchaseId, memberId, lines }: ClawBackQuery): Promise<PaidPurchase | null> {
    const source = purchaseReference(purchaseId);
    const earned = (await this.ledger.journal.byReference(db, 'earn', [source])).get(source);
    return earned && earned.memberId === memberId ? paidPurchase(earned, lines) : null;
  }

  private async post(
    db: Queryable,
    opened: OpenedJudging,
    query: ClawBackQuery,
    paid: PaidPurchase,
    reference: string,
  ): Promise<RefundDone> {
    const { ledger } = this;
    const memberId = query.memberId!;
    const earlier = await ledger.journal.byPrefix(db, 'clawback', `refund:${query.purchaseId}:`);
    const lots = (await ledger.accounts.lots(db, [memberId], paid.entry.reference)).get(memberId) ?? [];
    return refundOnBatch(opened, { query, paid, reference, lots, earlier, time: this.time });
  }
}

const resultOf = (entry: Entry, trace: ClawbackTrace): ClawBackResult => ({
  pointsClawedBack: Math.abs(entry.points + entry.pending),
  debtAdded: trace.debtAdded,
  deductedPoints: trace.deductedPoints,
  deductedFen: trace.deductedFen,
  writtenOff: trace.writtenOff,
  balanceAfter: entry.balanceAfter,
  tierAfter: trace.tierAfter,
  why: trace.why,
});

const clawedBackEvent = ({ memberId, points, pending, at, reference }: Entry, { debtAdded }: Clawback): DomainEvent =>
  domainEvent(
    'loyalty.points-clawed-back.v1',
    { memberId, points: Math.abs(points + pending), debt: debtAdded, at: at.toISOString(), reference },
    at,
  );

const NOTHING: ClawBackResult = {
  pointsClawedBack: 0,
  debtAdded: 0,
  deductedPoints: 0,
  deductedFen: 0,
  writtenOff: 0,
  balanceAfter: null,
  tierAfter: null,
  why: ['这笔消费没有得到积分，无需收回'],
};
