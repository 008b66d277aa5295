import type { Receipt } from '@fanloop/counter';
import { systemActor } from '@fanloop/kernel';
import { LoyaltyDoor, PLAIN_DRAFT, type RefundedPart } from '@fanloop/loyalty';
import type { Tx } from '@fanloop/platform';
import { type PurchaseView, SalesDoor } from '@fanloop/sales';
import fc from 'fast-check';
import { RuleEdits } from '../../../libs/loyalty/src/use-cases/rule-edits';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { lookAndRefund, type Refunds, refundsOf, type Wish } from './refunding';
import { aSale, openShop, openVisit, record, type Shop } from './till';
import { useTillProcesses } from './till-process';

type ClawBack = Parameters<LoyaltyDoor['clawBackPurchase']>[1];
type Preview = Parameters<LoyaltyDoor['previewClawBack']>[1];
interface Step {
  readonly kind: string;
  readonly pick: number;
  readonly part: number;
}

const TEA: Wish = { lines: [{ lineNo: 1, quantity: 1 }] };
const MILK: Wish = { lines: [{ lineNo: 2, quantity: 2, amountFen: 2999 }] };
const NOTHING = { amountFen: 0, quantity: 0 };
const actor = systemActor('test');

describe('sequences of refunds', () => {
  const database = usePrivateDatabase();
  const api = useTillProcesses(database)[0]!;
  let shop: Shop;
  // 30 points more for each purchase: 30 a day for one member, 90 for all together.
  const reset = async (): Promise<void> => {
    await database.truncateAll();
    api.clock.set('2026-06-15T04:00:00.000Z');
    shop = await openShop(api, 12);
    const draft = {
      ...PLAIN_DRAFT,
      name: '店庆加赠',
      trigger: 'purchase',
      effect: { kind: 'fixed-points', points: 30 },
      caps: { ...PLAIN_DRAFT.caps, perDay: 30 },
      budget: { unit: 'points', total: 90, perStore: null },
    } as const;
    const { create, submit, decide } = api.get(RuleEdits);
    const version = { ruleId: await create.execute({ draft, actor }), version: 1 };
    await submit.execute({ ...version, actor });
    const owner = { kind: 'staff', id: '1' } as const;
    await decide.execute({ ...version, decision: 'approve', note: null, actor: owner, isOwner: true, approvers: 1 });
  };

  /** ¥32.00 for two, ¥45.00 for three, ¥3.33: 80 points, 50 for the first purchase, 30 of the rule. */
  const buy = async (member: string): Promise<Receipt> => {
    const lines = [
      { sku: 'TEA', quantity: 2, unitPriceFen: 1600 },
      { sku: 'MLK', quantity: 3, unitPriceFen: 1500 },
      { name: '书签', quantity: 1, unitPriceFen: 333 },
    ];
    return record(api, aSale(shop.clerk, await openVisit(api, shop.clerk, member), { lines }));
  };
  const rows = <Row = Record<string, unknown>>(table: string, columns: string, member: string) =>
    database.query<Row>(`SELECT ${columns} FROM loyalty_${table} WHERE member_id = ?`, [member]);
  /** What loyalty counts of a member. */
  const standingOf = async (member: string) => {
    const [account] = await rows<{ available: number; debt: number }>('points_account', 'available, debt', member);
    const [day] = await rows('member_day', 'tier_points, net_fen, purchases', member);
    const caps = await rows<{ used: number }>('cap_use', 'used', member);
    return { ...account!, ...day, caps: caps.reduce((sum, { used }) => sum + used, 0) };
  };
  const budgetUsed = async (): Promise<number> => {
    const [sum] = await database.query<{ n: string | null }>(
      'SELECT SUM(used) AS n FROM loyalty_budget_use WHERE store_id = 0',
    );
    return Number(sum?.n ?? 0);
  };
  const ALL_BACK = { available: 0, debt: 0, tier_points: 0, net_fen: '0', purchases: 0, caps: 0 };

  it('L6 L9 a part takes its part of points, tier points, cap and budget, in whichever order parts come', async () => {
    await reset();
    const members = shop.members.slice(0, 3);
    const both = { lines: [...TEA.lines!, ...MILK.lines!] };
    for (const [i, wishes] of [[TEA, MILK], [MILK, TEA], [both]].entries()) {
      const { purchaseNo } = await buy(members[i]!);
      for (const wish of wishes) await lookAndRefund(refundsOf(api), shop.manager, purchaseNo, wish);
    }
    // Of 80, 50 and 30 points lie 32, 20 and 12 on the first line, 45, 28 and 17 on the second: half of the first, 2999 of
    // 4500 fen of the second, each rounded down.
    const left = 160 - (16 + 10 + 6) - (29 + 18 + 11);
    const standing = { available: left, tier_points: left, net_fen: '3434', purchases: 1, caps: 30 - 6 - 11 };
    for (const member of members) expect(await standingOf(member)).toMatchObject(standing);
    expect(await budgetUsed()).toBe(3 * (30 - 6 - 11));
    expect(await api.get(LoyaltyDoor).prove()).toMatchObject({ ok: true });
  });

  it('L6 any sequence of parts ends exactly as one refund of the whole does', async () => {
    const step = fc.record({ kind: fc.constantFrom('thing', 'money', 'amount'), pick: fc.nat(2), part: fc.nat(4000) });
    const stories: Step[][] = fc.sample(fc.array(step, { minLength: 1, maxLength: 8 }), { numRuns: 6, seed: 20260615 });
    // Twenty times half a yuan: each alone is worth less than a point.
    stories.push(Array.from({ length: 20 }, () => ({ kind: 'amount', pick: 0, part: 49 })));
    await provesAbsent({
      attempts: 1,
      reset,
      sound: () => refundsOf(api),
      broken: () => refundsOf(api, { loyalty: floorsEachAlone() }),
      scenario: async (refunds) => {
        const found: string[] = [];
        for (const [i, story] of stories.entries()) {
          const { purchaseNo } = await buy(shop.members[i]!);
          for (const one of [...story, { kind: 'rest', pick: 0, part: 0 }]) await play(refunds, purchaseNo, one);
          const left = JSON.stringify(await standingOf(shop.members[i]!));
          if (left !== JSON.stringify(ALL_BACK)) found.push(`story ${i}: ${left}`);
        }
        const used = await budgetUsed();
        if (used !== 0) found.push(`${used} of the budget`);
        const { ok, badRow } = await api.get(LoyaltyDoor).prove();
        return ok ? found : [...found, JSON.stringify(badRow)];
      },
    });
  });

  it('L9 the whole gives tier points, cap and budget back: the next purchase earns anew', async () => {
    await provesAbsent({
      attempts: 1,
      reset,
      sound: () => refundsOf(api),
      broken: () => refundsOf(api, { loyalty: takesPointsOnly() }),
      scenario: async (refunds) => {
        const [one, two, three, late] = shop.members as [string, string, string, string];
        const found: string[] = [];
        const expectThat = (what: string, is: unknown, should: unknown): void => {
          if (JSON.stringify(is) !== JSON.stringify(should)) found.push(`${what}: ${JSON.stringify(is)}`);
        };
        const sale = await buy(one);
        await buy(two);
        await buy(three);
        expectThat('the budget is used up', [await budgetUsed(), (await buy(late)).points], [90, 130]);
        await lookAndRefund(refunds, shop.manager, sale.purchaseNo);
        expectThat('all is back', await standingOf(one), ALL_BACK);
        expectThat('the budget has room', await budgetUsed(), 60);
        expectThat('the cap of the day is free', (await buy(one)).points, 110);
        return found;
      },
    });
  });

  /** The twin that rounds each refund for itself, as if there had been none before. */
  const floorsEachAlone = (): LoyaltyDoor => {
    const loyalty = api.get(LoyaltyDoor);
    const alone = ({ refundedBefore: before, refundedAfter: after, ...line }: RefundedPart): RefundedPart => ({
      ...line,
      refundedBefore: NOTHING,
      refundedAfter: { amountFen: after.amountFen - before.amountFen, quantity: after.quantity - before.quantity },
    });
    return Object.assign(Object.create(loyalty) as LoyaltyDoor, {
      clawBackPurchase: (tx: Tx, command: ClawBack) =>
        loyalty.clawBackPurchase(tx, { ...command, lines: command.lines.map(alone) }),
      previewClawBack: (db: Tx, query: Preview) =>
        loyalty.previewClawBack(db, { ...query, lines: query.lines.map(alone) }),
    });
  };

  /** The twin that takes the points by hand: nothing that counted them learns of it. */
  const takesPointsOnly = (): LoyaltyDoor => {
    const loyalty = api.get(LoyaltyDoor);
    const clawBackPurchase = async (tx: Tx, command: ClawBack) => {
      const taken = await loyalty.previewClawBack(tx, command);
      const { refundId: reference, at } = command;
      const points = -taken.pointsClawedBack;
      await loyalty.adjust(tx, { memberId: command.memberId!, points, reference, reason: '退款', at, actor });
      return taken;
    };
    return Object.assign(Object.create(loyalty) as LoyaltyDoor, { clawBackPurchase });
  };

  const play = async (refunds: Refunds, purchaseNo: string, step: Step): Promise<void> => {
    const purchase = await api.get(SalesDoor).purchaseByNo(purchaseNo);
    if (purchase && purchase.refundState !== 'full')
      await lookAndRefund(refunds, shop.manager, purchaseNo, wishOf(purchase, step));
  };
});

/** A wish that the purchase can fulfil, made of two free numbers; all that is left when the line has nothing. */
const wishOf = ({ lines, netFen, refundedFen }: PurchaseView, { kind, pick, part }: Step): Wish => {
  const line = lines[pick % lines.length]!;
  const [things, money] = [line.quantity - line.refundedQuantity, line.amountFen - line.refundedFen];
  if (kind === 'thing' && things > 0) return { lines: [{ lineNo: line.lineNo, quantity: 1 + (part % things) }] };
  if (kind === 'money' && money > 0)
    return { lines: [{ lineNo: line.lineNo, quantity: 0, amountFen: 1 + (part % money) }] };
  return kind === 'rest' ? {} : { amountFen: 1 + (part % (netFen - refundedFen)) };
};
