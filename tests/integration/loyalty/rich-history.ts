import type { LineFact } from '../../../libs/loyalty/src/rules/judging/facts';
import { PLAIN_DRAFT, type RuleDraft, type RuleEffect } from '../../../libs/loyalty/src/rules/judging/rule';
import { NO_BENEFITS, type Tier } from '../../../libs/loyalty/src/rules/tiers/tiers';
import type { PurchaseToReward } from '../../../libs/loyalty/src/use-cases/earn-for-purchases.use-case';
import type { FixedClock } from '../../support/fixed-clock';
import { type CountOf, seededCounts } from '../../support/seeded-counts';
import { type Loyalty, MANAGER } from './loyalty-on';

const draft = (name: string, effect: RuleEffect, change: Partial<RuleDraft> = {}): RuleDraft => ({
  ...PLAIN_DRAFT,
  name,
  trigger: 'purchase',
  effect,
  ...change,
});
const caps = (change: Partial<RuleDraft['caps']>): Pick<RuleDraft, 'caps'> => ({
  caps: { ...PLAIN_DRAFT.caps, ...change },
});
const fixed = (points: number): RuleEffect => ({ kind: 'fixed-points', points });
const TEA = { categories: ['茶饮'], skus: [], except: false };

/** Rules of every kind that can meet one another: caps of all periods, budgets of both units, groups, lots of their own. */
export const RICH_RULES: readonly RuleDraft[] = [
  draft('消费积分', { kind: 'points-per-amount', points: 1, perFen: 100, wholeSteps: false, rounding: 'down' }),
  draft('等级加倍', { kind: 'tier-multiplier', perTier: {} }),
  draft('茶饮加倍', { kind: 'multiplier', percent: 150 }, { lines: TEA, ...caps({ perDay: 40, perPurchase: 30 }) }),
  draft('每周茶礼', { kind: 'points-per-line', points: 3, per: 'piece' }, { lines: TEA, ...caps({ perWeek: 20 }) }),
  draft('满额奖励', fixed(15), {
    condition: { '>=': [{ var: 'amountFen' }, 5000] },
    ...caps({ perMonth: 40 }),
    budget: { unit: 'points', total: 500, perStore: 260 },
  }),
  draft('新客活动', fixed(7), { stores: ['11', '12'], ...caps({ perValidity: 40 }) }),
  draft('二店活动', fixed(20), { stores: ['12'], budget: { unit: 'fen', total: null, perStore: 400 } }),
  draft('甲', fixed(7), { stacking: { group: '店庆', mode: 'best' }, ...caps({ perDay: 10 }) }),
  draft('乙', { kind: 'multiplier', percent: 110 }, { stacking: { group: '店庆', mode: 'best' } }),
  draft('丙', fixed(2), {
    stacking: { group: '先到', mode: 'first' },
    priority: 5,
    condition: { in: [{ var: 'weekday' }, [6, 7]] },
  }),
  draft('丁', fixed(1), { stacking: { group: '先到', mode: 'first' } }),
  draft('独享', fixed(60), { exclusive: true, priority: 9, condition: { '==': [{ var: 'dayOfMonth' }, 8] } }),
  draft('成长值', { kind: 'tier-points', points: 1, perFen: 500 }),
  draft('待到账', fixed(9), {
    condition: { '>=': [{ var: 'history.purchases.d30' }, 2] },
    lot: { activateAfterDays: 5, activateOn: null, expireAfterDays: 20 },
  }),
  draft('来店到账', fixed(4), {
    lines: { categories: ['周边'], skus: [], except: true },
    condition: { '>=': [{ var: 'eligible.amountFen' }, 3000] },
    lot: { activateAfterDays: null, activateOn: 'check-in', expireAfterDays: null },
  }),
  draft('送券', { kind: 'coupon', templateId: '5', count: 1 }, caps({ perWeek: 1 })),
  draft('签到', fixed(2), { trigger: 'check-in', ...caps({ perWeek: 6 }) }),
  draft('入会礼', fixed(20), { trigger: 'sign-up' }),
];

const tier = (code: string, name: string, enterAt: number, multiplierPercent: number): Tier => ({
  code,
  name,
  enterAt,
  keepAt: enterAt,
  leaveAt: enterAt,
  multiplierPercent,
  colour: '#888888',
  benefits: NO_BENEFITS,
});

/** Thresholds that a shopper of a month reaches. */
export const RICH_TIERS = [tier('a', '甲级', 0, 100), tier('b', '乙级', 300, 150), tier('c', '丙级', 900, 200)];

const CATEGORIES = ['茶饮', '糕点', '周边'];

interface Bought {
  readonly purchase: PurchaseToReward;
  readonly refunded: { amountFen: number; quantity: number }[];
}

export interface HistoryPlan {
  readonly members: number;
  readonly days: number;
  readonly seed: number;
  /** Called before each day. */
  readonly onDay?: (day: number) => Promise<void>;
}

/**
 * Days of a brand, the same for the same seed: purchases in batches, check-ins, refunds in parts of old and new purchases, spendings,
 * and history that is imported months later. Ends when the clock has moved on by all days.
 */
export const playHistory = async (loyalty: Loyalty, clock: FixedClock, plan: HistoryPlan): Promise<void> => {
  const count = seededCounts(plan.seed);
  const bought: Bought[] = [];
  const members = Array.from({ length: plan.members }, (_, i) => String(7001 + i));
  for (const memberId of members) await enrol(loyalty, memberId, clock.now());
  for (let day = 0; day < plan.days; day += 1) {
    clock.advance({ days: 1 });
    await plan.onDay?.(day);
    for (let batch = 0; batch < 2; batch += 1) {
      const purchases = Array.from({ length: count(1, plan.members) }, () => aBasket(count, members, clock));
      if (day % 10 === 9) purchases.push(...imported(count, members, clock));
      await loyalty.earn(...purchases);
      for (const purchase of purchases)
        bought.push({ purchase, refunded: purchase.lines.map(() => ({ amountFen: 0, quantity: 0 })) });
      await checkIn(loyalty, members[count(0, members.length - 1)]!, clock.now());
      for (let i = count(0, 3); i > 0; i -= 1)
        await refund(loyalty, bought[count(0, bought.length - 1)]!, count, clock);
      clock.advance({ hours: 3 });
    }
    await spend(loyalty, members[count(0, members.length - 1)]!, count(1, 30), clock.now());
    clock.advance({ hours: -6 });
    if (day % 4 < 3) continue;
    await loyalty.expire.execute();
    await loyalty.activate.execute();
    await loyalty.reassess.execute();
  }
};

let purchases = 0;
let others = 0;

const aBasket = (count: CountOf, members: readonly string[], clock: FixedClock): PurchaseToReward => {
  purchases += 1;
  const lines = Array.from({ length: count(1, 5) }, (_, i): LineFact => {
    const quantity = count(1, 3);
    const amountFen = count(0, 9) === 0 ? 0 : quantity * count(300, 2600);
    return { sku: `s-${i}`, category: CATEGORIES[count(0, 2)]!, quantity, amountFen };
  });
  return {
    purchaseId: String(500_000 + purchases),
    purchaseNo: `R${purchases}`,
    memberId: members[count(0, members.length - 1)]!,
    storeId: String(11 + count(0, 2)),
    occurredAt: clock.now(),
    ordinalOfMember: 2,
    lines,
  };
};

/** Rows of a file that tell of weeks ago. */
const imported = (count: CountOf, members: readonly string[], clock: FixedClock): PurchaseToReward[] =>
  Array.from({ length: 5 }, () => ({
    ...aBasket(count, members, clock),
    occurredAt: new Date(clock.now().getTime() - count(5, 60) * 86_400_000),
    channel: 'import',
  }));

const refund = async (loyalty: Loyalty, { purchase, refunded }: Bought, count: CountOf, clock: FixedClock) => {
  const before = refunded.map((line) => ({ ...line }));
  purchase.lines.forEach((line, i) => {
    const left = line.amountFen - refunded[i]!.amountFen;
    const all = count(0, 2) === 0;
    refunded[i]!.amountFen += all ? left : count(0, left);
    refunded[i]!.quantity = all ? line.quantity : refunded[i]!.quantity;
  });
  others += 1;
  const lines = purchase.lines.map(({ amountFen, quantity }, i) => ({
    amountFen,
    quantity,
    refundedBefore: before[i]!,
    refundedAfter: { ...refunded[i]! },
  }));
  const { purchaseId, memberId, storeId } = purchase;
  const command = { purchaseId, memberId, storeId, refundId: String(others), at: clock.now(), lines };
  await loyalty.unitOfWork.run((tx) => loyalty.clawBack.execute(tx, command));
};

const spend = async (loyalty: Loyalty, memberId: string, points: number, at: Date) => {
  others += 1;
  const command = { memberId, points, reference: `gift-${others}`, reason: '兑换', at, actor: MANAGER };
  // Whoever has too little does not get it.
  await loyalty.unitOfWork.run((tx) => loyalty.spend.execute(tx, command)).catch(() => undefined);
};

const checkIn = (loyalty: Loyalty, memberId: string, at: Date) => {
  others += 1;
  const event = { memberId, trigger: 'check-in', reference: `check-in:${others}`, at } as const;
  return loyalty.unitOfWork.run((tx) => loyalty.judge.execute(tx, [event]));
};

const enrol = (loyalty: Loyalty, memberId: string, at: Date) =>
  loyalty.unitOfWork.run((tx) =>
    loyalty.enrol.execute(tx, [{ memberId, at, channel: 'store', birthday: '06-20', inviterId: null }]),
  );
