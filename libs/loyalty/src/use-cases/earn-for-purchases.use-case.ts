import { type Actor, type MemberId, type Points, systemActor } from '@fanloop/kernel';
import { json, Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Account } from '../rules/account';
import { type LocalTime, windowStart } from '../rules/days';
import type { TraceStep } from '../rules/evaluate';
import { type LineFact, purchaseFacts } from '../rules/facts';
import { tierByCode } from '../rules/tiers';
import type { Opening } from '../store/account.repository';
import { BrandTime } from '../store/brand-time';
import { CapUses } from '../store/cap-uses';
import { LedgerBatch } from '../store/ledger-batch';
import { LedgerStore } from '../store/ledger-store';
import { type Programme, ProgrammeRepository } from '../store/programme.repository';
import { TierDays } from '../store/tier-days';
import { Earning, type EarnTrace } from './earning';
import { earnedEvents, tierEvents } from './ledger-events';

/** A recorded purchase, as the till's context hands it over. */
export interface PurchaseToReward {
  readonly purchaseId: string;
  readonly purchaseNo: string;
  readonly memberId: MemberId | null;
  readonly storeId: string;
  readonly occurredAt: Date;
  readonly channel?: string;
  readonly lines: readonly LineFact[];
  /** 1 = the member's first purchase. */
  readonly ordinalOfMember: number;
}

export interface EarnResult {
  readonly purchaseId: string;
  readonly points: Points;
  readonly why: readonly string[];
  /** available − debt after this purchase; null without a member. */
  readonly balanceAfter: Points | null;
  readonly tier: { readonly code: string; readonly name: string } | null;
  readonly tierChanged: boolean;
  readonly trace: readonly TraceStep[];
  /** True when these points had been paid before: the stored answer. */
  readonly duplicate: boolean;
}

export const RULES_ACTOR = systemActor('rules');
export const purchaseReference = (purchaseId: string): string => `purchase:${purchaseId}`;

/**
 * Pays points for purchases in the caller's transaction, in the order given: a member's second purchase in a batch sees the cap, the
 * tier and the balance that the first one left. Each is judged at its own time. A purchase that was paid before gets the same answer.
 */
@Injectable()
export class EarnForPurchases {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly programmes: ProgrammeRepository,
    private readonly time: BrandTime,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Tx, purchases: readonly PurchaseToReward[], actor: Actor = RULES_ACTOR): Promise<EarnResult[]> {
    const programme = await this.programmes.current(tx);
    const locals = purchases.map((purchase) => this.time.local(purchase.occurredAt));
    const accounts = await this.ledger.accounts.lockOrOpen(tx, openingsOf(programme, purchases, locals));
    const results = await this.paidBefore(tx, programme, purchases);
    const counters = await loadCounters(tx, programme, accounts, locals);
    const batch = new LedgerBatch(accounts, counters);
    const earning = new Earning(programme, this.time, batch, counters);
    const answers = purchases.map((purchase, i) => {
      const known = results.get(purchaseReference(purchase.purchaseId));
      if (known) return known;
      const result = pay(programme, earning, batch, { purchase, local: locals[i]!, actor });
      results.set(purchaseReference(purchase.purchaseId), { ...result, duplicate: true });
      return result;
    });
    if (batch.entries.length > 0) {
      await this.ledger.writer.write(tx, batch);
      await this.outbox.append(tx, [...earnedEvents(batch.entries), ...tierEvents(batch.tierChanges)]);
    }
    return answers;
  }

  private async paidBefore(
    tx: Tx,
    programme: Programme,
    purchases: readonly PurchaseToReward[],
  ): Promise<Map<string, EarnResult>> {
    const references = purchases.map((purchase) => purchaseReference(purchase.purchaseId));
    const entries = await this.ledger.journal.byReference(tx, 'earn', references);
    return new Map(
      [...entries].map(([reference, entry]) => {
        const trace = json<EarnTrace>(entry.trace);
        const { points, balanceAfter } = entry;
        const purchaseId = reference.slice('purchase:'.length);
        return [reference, { ...answer(programme, trace), purchaseId, points, balanceAfter, duplicate: true }];
      }),
    );
  }
}

interface Payment {
  readonly purchase: PurchaseToReward;
  readonly local: LocalTime;
  readonly actor: Actor;
}

const pay = (
  programme: Programme,
  earning: Earning,
  batch: LedgerBatch,
  { purchase, local, actor }: Payment,
): EarnResult => {
  const { purchaseId, purchaseNo, memberId, storeId, occurredAt: at, ordinalOfMember } = purchase;
  const account = memberId === null ? undefined : batch.account(memberId);
  if (memberId === null || !account) return nothing(purchaseId, '非会员消费不计积分', null);
  if (account.closedAt) return nothing(purchaseId, '会员账户已关闭，不计积分', account.available - account.debt);
  const tier = earning.tierAt(memberId, local, at);
  const basket = { channel: purchase.channel ?? 'store', storeId, lines: purchase.lines, ordinal: ordinalOfMember };
  const facts = purchaseFacts(basket, { tier, birthday: account.birthday }, local);
  const decision = earning.decide(memberId, facts, tier, at);
  const { entry, trace } = earning.credit(decision, {
    memberId,
    reference: purchaseReference(purchaseId),
    actor,
    storeId,
    at,
    local,
    about: { purchaseNo, amountFen: facts.amountFen, ordinal: ordinalOfMember, tier: facts.tier },
  });
  const { points, balanceAfter } = entry;
  return { ...answer(programme, trace), purchaseId, points, balanceAfter, duplicate: false };
};

const answer = (programme: Programme, trace: EarnTrace) => {
  const tier = tierByCode(programme.tiers, trace.tierAfter);
  return {
    why: trace.why,
    tier: tier ? { code: tier.code, name: tier.name } : null,
    tierChanged: trace.tierChanged,
    trace: trace.steps,
  };
};

const nothing = (purchaseId: string, why: string, balanceAfter: Points | null): EarnResult => ({
  purchaseId,
  points: 0,
  why: [why],
  balanceAfter,
  tier: null,
  tierChanged: false,
  trace: [],
  duplicate: false,
});

/** A member without an account gets one at the time of the first purchase that is known. */
const openingsOf = (
  programme: Programme,
  purchases: readonly PurchaseToReward[],
  locals: readonly LocalTime[],
): Map<MemberId, Opening> => {
  const openings = new Map<MemberId, Opening>();
  const tierCode = programme.tiers[0]?.code ?? null;
  purchases.forEach(({ memberId, occurredAt: at }, i) => {
    if (memberId === null) return;
    const known = openings.get(memberId);
    if (!known || at < known.at) openings.set(memberId, { at, day: locals[i]!.day, tierCode });
  });
  return openings;
};

/** Everything that judging needs from the counters, read under the account locks in two statements. */
export const loadCounters = async (
  tx: Tx,
  programme: Programme,
  accounts: ReadonlyMap<MemberId, Account>,
  locals: readonly LocalTime[],
): Promise<{ tierDays: TierDays; capUses: CapUses }> => {
  const ids = [...accounts.keys()];
  const days = [...new Set(locals.map((local) => local.day))].sort();
  const [first = '9999-12-31'] = [...days, ...[...accounts.values()].map(({ tierDay }) => tierDay)].sort();
  const capped = programme.rules.filter((rule) => rule.capPerDayPoints !== null).map((rule) => rule.ruleId);
  const tierDays = await TierDays.load(tx, ids, windowStart(first, programme.settings.tierWindowMonths));
  return { tierDays, capUses: await CapUses.load(tx, ids, capped, days) };
};
