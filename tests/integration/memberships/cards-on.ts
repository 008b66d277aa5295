import type { PlanInput } from '@fanloop/memberships';
import type { PrivateDatabase } from '../../support/private-database';
import { draft as couponDraft } from '../coupons/coupons-process';
import { aPurchase } from '../loyalty/loyalty-on';
import type { MembershipsOn } from './memberships-on';

export const STAFF = { kind: 'staff', id: '1' } as const;
export const holder = (id: string) => ({ kind: 'member', id }) as const;

let keys = 0;
export const aKey = (): string => {
  keys += 1;
  return `card-key-${keys}`;
};

/** A brand with its tiers, and members with open accounts. */
export const opened = async (house: MembershipsOn, memberIds: readonly string[] = ['7001']): Promise<void> => {
  await house.ledger.install.execute({});
  for (const memberId of memberIds) await house.ledger.earn(aPurchase({ memberId, amountFen: 100 }));
};

export const planInput = (more: Partial<PlanInput> = {}): PlanInput => ({
  ...{ name: '月卡', summary: '', terms: '', priceFen: 3000, duration: { unit: 'day', count: 30 } },
  ...{ tierCode: 'gold-leaf', coupons: [], usedCoupons: 'ignore', reminderDays: [7, 1] },
  ...{ saleFrom: null, saleUntil: null, stockTotal: null, position: 0 },
  ...more,
});

export const onSale = async (house: MembershipsOn, more: Partial<PlanInput> = {}): Promise<string> => {
  const planId = await house.create.execute({ input: planInput(more), actor: STAFF });
  await house.changeStatus.execute({ planId, status: 'active', actor: STAFF });
  return planId;
};

/** A template of welcome coupons. */
export const aTemplate = (house: MembershipsOn, stockTotal = 100): Promise<string> => {
  const draft = couponDraft({ stockTotal, perMemberLimit: 20 });
  return house.coupons.create.execute({ draft, status: 'active', actor: STAFF });
};

export const order = (house: MembershipsOn, planId: string, memberId = '7001', isRenewal = false, version = 1) =>
  house.buy.execute({ planId, memberId, isRenewal, version, idempotencyKey: aKey() });

/** Ordered, paid, and told. Answers the card's number. */
export const bought = async (
  house: MembershipsOn,
  planId: string,
  memberId = '7001',
  isRenewal = false,
): Promise<string> => {
  const { cardNo } = await order(house, planId, memberId, isRenewal);
  await house.payments.paid(cardNo);
  await house.relay();
  return cardNo;
};

export interface CardRow {
  cardNo: string;
  state: string;
  startsOn: string;
  lastOn: string;
  refundFen: number | null;
}

export const cardsIn = (database: PrivateDatabase, memberId = '7001'): Promise<CardRow[]> =>
  database.query<CardRow>(
    `SELECT card_no AS cardNo, state, starts_on AS startsOn, last_on AS lastOn, refund_fen AS refundFen
       FROM memberships_card WHERE member_id = ? ORDER BY id`,
    [memberId],
  );

/** “active 2026-06-15 2026-07-15” */
export const told = (rows: readonly CardRow[]): string[] =>
  rows.map(({ state, startsOn, lastOn }) => `${state} ${startsOn} ${lastOn}`);

export const tierOf = async (house: MembershipsOn, memberId = '7001'): Promise<[string, string | null]> => {
  const { code, grantUntil } = await house.ledger.standing.execute(memberId);
  return [code, grantUntil];
};

/** What must hold whatever happened: no card of a plan beside another one of it, and stock, money and cards agree. */
export const violationsIn = async (database: PrivateDatabase): Promise<string[]> => {
  const overlapping = await database.query<{ a: string; b: string }>(
    `SELECT a.card_no AS a, b.card_no AS b FROM memberships_card a JOIN memberships_card b
         ON a.member_id = b.member_id AND a.plan_id = b.plan_id AND a.id < b.id
      WHERE a.state IN ('upcoming', 'active') AND b.state IN ('upcoming', 'active')
        AND a.starts_on <= b.last_on AND b.starts_on <= a.last_on`,
  );
  const stock = await database.query<{ id: string; sold: string; held: string }>(
    `SELECT p.id, p.sold, p.stock_total AS total, (SELECT COUNT(*) FROM memberships_card c WHERE c.plan_id = p.id AND c.state <> 'closed'
        AND NOT (c.state = 'refunded' AND c.refund_fen = c.price_fen)) AS held
       FROM memberships_plan p HAVING sold <> held OR sold > total`,
  );
  const money = await database.query<{ no: string; reserved: string; refund: string | null }>(
    `SELECT c.card_no AS no, y.reserved_fen AS reserved, c.refund_fen AS refund
       FROM memberships_card c JOIN payments_payment y ON y.payment_no = c.payment_no
      WHERE c.state <> 'closed' AND y.reserved_fen <> COALESCE(c.refund_fen, 0)`,
  );
  return [
    ...overlapping.map(({ a, b }) => `${a} and ${b} run at once`),
    ...stock.map(({ id, sold, held }) => `plan ${id}: ${sold} sold, ${held} held`),
    ...money.map(({ no, reserved, refund }) => `card ${no}: ${reserved} fen go back for ${refund}`),
  ];
};
