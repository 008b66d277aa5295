import type { ItemDraft, ItemKind } from '../../../libs/rewards/src/rules/item';
import type { PrivateDatabase } from '../../support/private-database';
import { aPurchase, aRule } from '../loyalty/loyalty-on';
import { draft, type RewardsProcess, staff } from './rewards-process';

let keys = 0;
export const aKey = (): string => {
  keys += 1;
  return `reward-key-${keys}`;
};

/** An item on sale. */
export const onSale = async (
  house: RewardsProcess,
  more: Partial<ItemDraft> & { readonly stock?: number; readonly kind?: ItemKind } = {},
): Promise<string> => {
  const { stock = 10, kind = 'goods', ...fields } = more;
  const itemId = await house.create.execute({ kind, draft: draft(fields), stock, actor: staff });
  await house.changeStatus.execute({ itemId, status: 'active', actor: staff });
  return itemId;
};

/** A brand whose rule gives one point for ¥1, and members who bought for so many yuan. */
export const membersWith = async (house: RewardsProcess, points: Readonly<Record<string, number>>): Promise<void> => {
  await house.ledger.install.execute({ rules: [aRule] });
  for (const [memberId, yuan] of Object.entries(points))
    await house.ledger.earn(aPurchase({ memberId, amountFen: yuan * 100 }));
};

export const redeem = (house: RewardsProcess, itemId: string, memberId: string, pricePoints = 100, priceFen = 0) =>
  house.redeem.execute({ itemId, memberId, pricePoints, priceFen, idempotencyKey: aKey() });

export const pointsOf = async (house: RewardsProcess, memberId: string): Promise<number> =>
  (await house.ledger.accounts.execute([memberId])).get(memberId)!.available;

/** Pieces taken = rewards that were not given back, and nobody holds more than the limit. */
export const stockViolations = async (database: PrivateDatabase): Promise<string[]> => {
  const stock = await database.query<{ id: string; taken: string; held: string }>(
    `SELECT i.id, i.stock_total - i.stock_left AS taken,
            (SELECT COUNT(*) FROM rewards_reward r WHERE r.item_id = i.id
              AND r.state NOT IN ('cancelled', 'expired')) AS held
       FROM rewards_item i HAVING taken <> held`,
  );
  const limits = await database.query<{ member: string; n: string }>(
    `SELECT r.member_id AS member, COUNT(*) AS n FROM rewards_reward r JOIN rewards_item i ON i.id = r.item_id
      WHERE i.per_member_limit IS NOT NULL AND r.state NOT IN ('cancelled', 'expired')
      GROUP BY r.item_id, r.member_id, i.per_member_limit HAVING n > i.per_member_limit`,
  );
  return [
    ...stock.map((row) => `item ${row.id}: ${row.taken} taken, ${row.held} held`),
    ...limits.map((row) => `member ${row.member} holds ${row.n}`),
  ];
};

/** The ledger is whole, and what went for rewards is what the rewards that were not given back cost. */
export const violationsIn = async (database: PrivateDatabase, house: RewardsProcess): Promise<string[]> => {
  const spent = await database.query<{ member: string; spent: string; held: string }>(
    `SELECT a.member_id AS member,
            (SELECT COALESCE(SUM(-e.points), 0) FROM loyalty_entry e
              WHERE e.member_id = a.member_id AND e.kind IN ('spend', 'return')) AS spent,
            (SELECT COALESCE(SUM(r.price_points), 0) FROM rewards_reward r
              WHERE r.member_id = a.member_id AND r.state NOT IN ('cancelled', 'expired')) AS held
       FROM loyalty_points_account a HAVING spent <> held`,
  );
  const { badRow } = await house.ledger.prove.execute();
  return [
    ...(await stockViolations(database)),
    ...spent.map((row) => `member ${row.member}: ${row.spent} points went for rewards worth ${row.held}`),
    ...(badRow ? [`ledger: ${badRow.problem}`] : []),
  ];
};
