import { type Actor, type MemberId, type Points, systemActor } from '@fanloop/kernel';
import { json, Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Day } from '../rules/calendar/days';
import type { Step } from '../rules/judging/decision';
import type { LineFact } from '../rules/judging/facts';
import { purchaseFacts } from '../rules/judging/make-facts';
import type { JudgedTrace } from '../rules/judging/trace';
import { tierByCode } from '../rules/tiers/tiers';
import type { Opening } from '../store/account.repository';
import { BrandTime } from '../store/brand-time';
import { LedgerStore } from '../store/ledger-store';
import type { Programme } from '../store/programme.repository';
import { earnedEvents, grantedEvents, tierEvents } from './ledger-events';
import { type OpenedJudging, OpenJudging } from './open-judging';

/** A recorded purchase, as the till's context hands it over. */
export interface PurchaseToReward {
  readonly purchaseId: string;
  readonly purchaseNo: string;
  readonly memberId: MemberId | null;
  readonly storeId: string;
  /** IANA zone of the store; absent: the brand's. */
  readonly zone?: string;
  readonly occurredAt: Date;
  readonly channel?: string;
  readonly lines: readonly LineFact[];
  /** 1 = the member's first purchase. */
  readonly ordinalOfMember: number;
}

export interface EarnResult {
  readonly purchaseId: string;
  /** Of them, those that wait for their activation are `pending`. */
  readonly points: Points;
  readonly pending: Points;
  readonly why: readonly string[];
  /** available − debt after this purchase; null without a member. */
  readonly balanceAfter: Points | null;
  readonly tier: { readonly code: string; readonly name: string } | null;
  readonly tierChanged: boolean;
  readonly steps: readonly Step[];
  /** True when these points had been paid before: the stored answer. */
  readonly duplicate: boolean;
}

export const RULES_ACTOR = systemActor('rules');
export const purchaseReference = (purchaseId: string): string => `purchase:${purchaseId}`;

interface Payment {
  readonly purchase: PurchaseToReward;
  readonly day: Day;
  readonly actor: Actor;
}

/**
 * Pays points for purchases in the caller's transaction, in the order given: a member's second purchase in a batch sees the cap, the
 * tier and the balance that the first one left. Each is judged at its own time. A purchase that was paid before gets the same answer.
 */
@Injectable()
export class EarnForPurchases {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly opening: OpenJudging,
    private readonly time: BrandTime,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Tx, purchases: readonly PurchaseToReward[], actor: Actor = RULES_ACTOR): Promise<EarnResult[]> {
    const programme = await this.opening.programme(tx);
    const days = purchases.map((purchase) => this.time.day(purchase.occurredAt));
    const accounts = await this.ledger.accounts.lockOrOpen(tx, openingsOf(programme, purchases, days));
    const results = await this.paidBefore(tx, programme, purchases);
    const upcoming = purchases.map(({ storeId }, i) => ({ trigger: 'purchase' as const, storeId, day: days[i]! }));
    const opened = await this.opening.execute(tx, accounts, upcoming);
    const granted: ReturnType<typeof grantedEvents> = [];
    const answers = purchases.map((purchase, i) => {
      const reference = purchaseReference(purchase.purchaseId);
      const known = results.get(reference);
      if (known) return known;
      const { result, events } = this.pay(opened, { purchase, day: days[i]!, actor });
      granted.push(...events);
      results.set(reference, { ...result, duplicate: true });
      return result;
    });
    const { batch } = opened;
    if (batch.entries.length > 0) {
      await this.ledger.writer.write(tx, batch);
      await this.outbox.append(tx, [...earnedEvents(batch.entries), ...tierEvents(batch.tierChanges), ...granted]);
    }
    return answers;
  }

  private pay(opened: OpenedJudging, { purchase, day, actor }: Payment) {
    const { purchaseId, purchaseNo, memberId, storeId, occurredAt: at, ordinalOfMember } = purchase;
    const { batch, judging, programme } = opened;
    const account = memberId === null ? undefined : batch.account(memberId);
    if (memberId === null || !account) return { result: nothing(purchaseId, '非会员消费不计积分', null), events: [] };
    if (account.closedAt)
      return { result: nothing(purchaseId, '会员账户已关闭，不计积分', account.available - account.debt), events: [] };
    const local = this.time.inZone(purchase.zone).local(at);
    const basket = { channel: purchase.channel ?? 'store', storeId, lines: purchase.lines, ordinal: ordinalOfMember };
    const facts = purchaseFacts(basket, judging.shopper(memberId, day, at), local);
    const decision = judging.decide(memberId, facts, day, at);
    const reference = purchaseReference(purchaseId);
    const judged = { memberId, reference, actor, storeId, at, day, facts, about: { purchaseNo } };
    const { entry, trace } = judging.credit(decision, judged);
    const { points, pending, balanceAfter } = entry;
    const result = {
      ...answer(programme, trace),
      purchaseId,
      points: points + pending,
      pending,
      balanceAfter,
      duplicate: false,
    };
    return { result, events: grantedEvents(entry, trace) };
  }

  private async paidBefore(
    tx: Tx,
    programme: Programme,
    purchases: readonly PurchaseToReward[],
  ): Promise<Map<string, EarnResult>> {
    const references = purchases.map((purchase) => purchaseReference(purchase.purchaseId));
    const entries = await this.ledger.journal.byReference(tx, 'earn', references);
    return new Map(
      [...entries].map(([reference, { trace, points, pending, balanceAfter }]) => {
        const purchaseId = reference.slice('purchase:'.length);
        const said = answer(programme, json<JudgedTrace>(trace));
        return [reference, { ...said, purchaseId, points: points + pending, pending, balanceAfter, duplicate: true }];
      }),
    );
  }
}

const answer = (programme: Programme, trace: JudgedTrace) => {
  const tier = tierByCode(programme.tiers, trace.tierAfter);
  return {
    why: trace.why,
    tier: tier ? { code: tier.code, name: tier.name } : null,
    tierChanged: trace.tierChanged,
    steps: trace.steps,
  };
};

const nothing = (purchaseId: string, why: string, balanceAfter: Points | null): EarnResult => ({
  purchaseId,
  points: 0,
  pending: 0,
  why: [why],
  balanceAfter,
  tier: null,
  tierChanged: false,
  steps: [],
  duplicate: false,
});

/** A member without an account gets one at the time of the first purchase that is known. */
const openingsOf = (
  programme: Programme,
  purchases: readonly PurchaseToReward[],
  days: readonly Day[],
): Map<MemberId, Opening> => {
  const openings = new Map<MemberId, Opening>();
  const tierCode = programme.tiers[0]?.code ?? null;
  purchases.forEach(({ memberId, occurredAt: at }, i) => {
    if (memberId === null) return;
    const known = openings.get(memberId);
    if (!known || at < known.at) openings.set(memberId, { at, day: days[i]!, tierCode });
  });
  return openings;
};
