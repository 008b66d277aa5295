import { type DomainEvent, domainEvent } from '@fanloop/events';
import { type Actor, formatPoints, type MemberId, type Points } from '@fanloop/kernel';
import { json, Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Entry } from '../rules/account';
import { type Clawback, clawBack } from '../rules/ledger';
import { CapUses } from '../store/cap-uses';
import { LedgerBatch } from '../store/ledger-batch';
import { LedgerStore } from '../store/ledger-store';
import { ProgrammeRepository } from '../store/programme.repository';
import { TierDays } from '../store/tier-days';
import { purchaseReference, RULES_ACTOR } from './earn-for-purchases.use-case';
import type { EarnTrace } from './earning';
import { expiredEvents } from './ledger-events';
import { settleExpiry } from './settle-expiry';

export interface ClawBackCommand {
  readonly purchaseId: string;
  readonly refundId: string;
  readonly memberId: MemberId | null;
  readonly at: Date;
  readonly actor?: Actor;
}

export interface ClawBackResult {
  /** Taken from the balance and added as debt together. */
  readonly pointsClawedBack: Points;
  readonly debtAdded: Points;
  readonly writtenOff: Points;
  readonly balanceAfter: Points | null;
  readonly why: readonly string[];
}

type StoredResult = Pick<ClawBackResult, 'debtAdded' | 'writtenOff' | 'why'>;

/** Takes back what a fully refunded purchase had paid: points, tier points and the day's caps. */
@Injectable()
export class ClawBackPurchase {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly programmes: ProgrammeRepository,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Tx, command: ClawBackCommand): Promise<ClawBackResult> {
    const { memberId, at } = command;
    if (memberId === null) return NOTHING;
    const accounts = await this.ledger.accounts.lock(tx, [memberId]);
    const reference = `refund:${command.refundId}`;
    const known = (await this.ledger.journal.byReference(tx, 'clawback', [reference])).get(reference);
    if (known) return resultOf(known, json(known.trace));
    const source = purchaseReference(command.purchaseId);
    const earned = (await this.ledger.journal.byReference(tx, 'earn', [source])).get(source);
    if (!earned || earned.memberId !== memberId) return NOTHING;
    const stored = (await this.ledger.accounts.lots(tx, [memberId], source)).get(memberId) ?? [];
    const { settings } = await this.programmes.current(tx);
    const batch = new LedgerBatch(accounts, { tierDays: new TierDays(), capUses: new CapUses() });
    const lots = settleExpiry(batch, memberId, stored, at);
    const claw = clawBack(lots, source, settings.clawbackPolicy);
    const standing = lots
      .filter((lot) => lot.source === source)
      .reduce((sum, lot) => sum + lot.earned - lot.clawedBack, 0);
    giveCountersBack(batch, earned, standing);
    const trace = {
      purchaseId: command.purchaseId,
      debtAdded: claw.debtAdded,
      writtenOff: claw.writtenOff,
      why: why(claw),
    };
    const actor = command.actor ?? RULES_ACTOR;
    const entry = batch.post(memberId, claw.posting, { reference, actor, storeId: earned.storeId, trace, at });
    await this.ledger.writer.write(tx, batch);
    await this.outbox.append(tx, [...expiredEvents(batch.entries), clawedBackEvent(entry, claw)]);
    return resultOf(entry, trace);
  }
}

/** Tier points and caps of the purchase's own day are free again, as if it had not been. */
const giveCountersBack = (batch: LedgerBatch, earned: Entry, standing: Points): void => {
  if (standing === 0) return;
  const { about, steps } = json<EarnTrace>(earned.trace);
  batch.counters.tierDays!.add(earned.memberId, about.day, -standing);
  for (const step of steps)
    if (step.cap) batch.counters.capUses!.add(earned.memberId, step.ruleId, about.day, -step.points);
};

const why = ({ owed, debtAdded, writtenOff }: Clawback): string[] => {
  const lines = [`退款收回 ${formatPoints(owed - writtenOff)} 分`];
  if (debtAdded > 0) lines.push(`其中 ${formatPoints(debtAdded)} 分已使用，记为欠分，以后得到的积分先抵扣`);
  if (writtenOff > 0) lines.push(`另有 ${formatPoints(writtenOff)} 分已使用，按品牌规则不再收回`);
  return lines;
};

const resultOf = (entry: Entry, { debtAdded, writtenOff, why: lines }: StoredResult): ClawBackResult => ({
  pointsClawedBack: entry.points === 0 ? 0 : -entry.points,
  debtAdded,
  writtenOff,
  balanceAfter: entry.balanceAfter,
  why: lines,
});

const clawedBackEvent = ({ memberId, points, at, reference }: Entry, { debtAdded }: Clawback): DomainEvent =>
  domainEvent(
    'loyalty.points-clawed-back.v1',
    { memberId, points: points === 0 ? 0 : -points, debt: debtAdded, at: at.toISOString(), reference },
    at,
  );

const NOTHING: ClawBackResult = {
  pointsClawedBack: 0,
  debtAdded: 0,
  writtenOff: 0,
  balanceAfter: null,
  why: ['这笔消费没有得到积分，无需收回'],
};
