import { setTimeout as sleep } from 'node:timers/promises';
import { type MemberId, Refusal } from '@fanloop/kernel';
import type { LoyaltyDoor } from '@fanloop/loyalty';
import type { Tx } from '@fanloop/platform';
import type { DataSource } from 'typeorm';
import { ItemRepository } from '../../../libs/rewards/src/store/item.repository';
import { type NewReward, RewardRepository } from '../../../libs/rewards/src/store/reward.repository';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { settled } from '../activities/activities-process';
import { aKey, membersWith, onSale, pointsOf, redeem, stockViolations, violationsIn } from './mall-on';
import { type Parts, type RewardsProcess, rewardsProcess } from './rewards-process';

/** Looks whether something is left, then writes what it thinks is left. */
class HopefulStock extends ItemRepository {
  override async takeStock(tx: Tx, itemId: string): Promise<boolean> {
    const item = await this.byId(tx, itemId);
    if (!item || item.stockLeft < 1) return false;
    await sleep(5);
    await tx.execute('UPDATE rewards_item SET stock_left = ? WHERE id = ?', [item.stockLeft - 1, itemId]);
    return true;
  }
}

/** Counts, then inserts: nothing in the database holds the limit. */
class CountedRewards extends RewardRepository {
  private offset = 0;

  override insert(tx: Tx, reward: NewReward, now: Date): Promise<string> {
    this.offset += 1000;
    return super.insert(tx, { ...reward, ordinal: reward.ordinal + this.offset }, now);
  }

  /** As before the account's lock. */
  override async ordinals(tx: Tx, itemId: string, memberId: MemberId): Promise<number[]> {
    const taken = await super.ordinals(tx, itemId, memberId);
    await sleep(10);
    return taken.map((_, i) => i + 1);
  }
}

/** Looks at the balance, then takes from it: nothing is locked in between, and no journal is written. */
const hopefulPurse =
  (): LoyaltyDoor['spend'] =>
  async (tx, { memberId, points }) => {
    const [account] = await tx.query<{ available: string }>(
      'SELECT available FROM loyalty_points_account WHERE member_id = ?',
      [memberId],
    );
    if (Number(account!.available) < points) throw new Refusal('PointsNotEnough', { zh: '', en: '' });
    await sleep(10);
    await tx.execute('UPDATE loyalty_points_account SET available = ? WHERE member_id = ?', [
      Number(account!.available) - points,
      memberId,
    ]);
    return { points: -points, balanceAfter: 0, duplicate: false };
  };

/** Takes points somewhere else (by an event, as some do), so that the account's lock orders nothing here. */
const distantPurse =
  (): LoyaltyDoor['spend'] =>
  (_tx, { points }) =>
    Promise.resolve({ points: -points, balanceAfter: 0, duplicate: false });

/** A part in ¥ keeps the reward reserved: points, stock and limit are taken all the same. */
const PRICES = [
  ['for points', 0],
  ['for points and ¥', 990],
] as const;

interface Mall {
  readonly two: readonly RewardsProcess[];
  /** The twin keeps no ledger that could be proven: its violations have to show in what was given away. */
  readonly keepsLedger: boolean;
}

describe('redeeming in a rush', () => {
  const database = usePrivateDatabase('rewards');
  const clock = new FixedClock('2026-06-15T04:00:00Z');

  /** Two processes that share nothing but the database. */
  const sources: DataSource[] = [];
  const houses = async (parts: Parts = {}): Promise<RewardsProcess[]> => {
    while (sources.length < 2) sources.push(await database.another(12));
    return sources.map((source) => rewardsProcess(source, clock, parts));
  };
  const proof = (broken: Parts) => ({
    sound: async (): Promise<Mall> => ({ two: await houses(), keepsLedger: true }),
    broken: async (): Promise<Mall> => ({ two: await houses(broken), keepsLedger: !broken.spend }),
    reset: () => database.truncateAll(),
    attempts: 10,
  });

  it.each(PRICES)(
    'C16 points that suffice for one reward buy one, when requests for different items arrive together (%s)',
    async (_, priceFen) => {
      await provesAbsent<Mall>({
        ...proof({ spend: hopefulPurse }),
        scenario: async ({ two, keepsLedger }) => {
          await membersWith(two[0]!, { '7001': 100, '7002': 199 });
          const items = await Promise.all([1, 2, 3, 4].map(() => onSale(two[0]!, { priceFen })));
          const requests = ['7001', '7002'].flatMap((member) =>
            items.map((itemId, i) => redeem(two[i % 2]!, itemId, member, 100, priceFen)),
          );
          const { done, refused } = await settled(requests);
          const other = refused.filter((code) => code !== 'PointsNotEnough');
          return [
            ...(keepsLedger ? await violationsIn(database, two[0]!) : await stockViolations(database)),
            ...other,
            ...(done.length === 2 ? [] : [`${done.length} rewards for points that suffice for 2`]),
          ];
        },
      });
    },
  );

  it.each(PRICES)('C2 a stock of 5 is good for 5 of 24 members, item by item (%s)', async (_, priceFen) => {
    const members = Object.fromEntries(Array.from({ length: 24 }, (_, i) => [String(7001 + i), 300]));
    await provesAbsent<Mall>({
      ...proof({ items: new HopefulStock() }),
      scenario: async ({ two, keepsLedger }) => {
        await membersWith(two[0]!, members);
        const items = await Promise.all([1, 2, 3].map(() => onSale(two[0]!, { stock: 5, priceFen })));
        const crowd = Object.keys(members).flatMap((member, i) =>
          items.map((itemId) => redeem(two[i % 2]!, itemId, member, 100, priceFen)),
        );
        const { done, refused } = await settled(crowd);
        const other = refused.filter((code) => code !== 'SoldOut');
        return [
          ...(keepsLedger ? await violationsIn(database, two[0]!) : await stockViolations(database)),
          ...other,
          ...(done.length === 15 ? [] : [`${done.length} of 15 pieces went`]),
        ];
      },
    });
  });

  it.each(PRICES)(
    'C1 a limit of 2 lets one member have 2, however many requests arrive together (%s)',
    async (_, priceFen) => {
      await provesAbsent<Mall>({
        ...proof({ rewards: new CountedRewards(), spend: distantPurse }),
        scenario: async ({ two, keepsLedger }) => {
          await membersWith(two[0]!, { '7001': 2000, '7002': 2000 });
          const items = await Promise.all([1, 2].map(() => onSale(two[0]!, { perMemberLimit: 2, priceFen })));
          const requests = ['7001', '7002'].flatMap((member) =>
            items.flatMap((itemId) => [0, 1, 2, 3].map((i) => redeem(two[i % 2]!, itemId, member, 100, priceFen))),
          );
          const { done, refused } = await settled(requests);
          const other = refused.filter((code) => code !== 'LimitReached');
          return [
            ...(keepsLedger ? await violationsIn(database, two[0]!) : await stockViolations(database)),
            ...other,
            ...(done.length === 8 ? [] : [`${done.length} instead of 8`]),
          ];
        },
      });
    },
  );

  it('the same request is answered alike and takes effect once; another one under its key is refused', async () => {
    const two = await houses();
    await membersWith(two[0]!, { '7001': 1000 });
    const itemId = await onSale(two[0]!);
    const command = { itemId, memberId: '7001', pricePoints: 100, priceFen: 0, idempotencyKey: aKey() };
    const answers = await Promise.all([0, 1, 0, 1].map((i) => two[i]!.redeem.execute(command)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]!.pointsLeft).toBe(900);
    const other = two[0]!.redeem.execute({ ...command, pricePoints: 99 });
    expect((await settled([other])).refused).toEqual(['IdempotencyKeyReused']);
    expect(await pointsOf(two[0]!, '7001')).toBe(900);
    expect(await violationsIn(database, two[0]!)).toEqual([]);
  });

  it('each imported code is given to one reward, in parallel, and the last one ends the stock', async () => {
    const two = await houses();
    const members = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [String(7001 + i), 100]));
    await membersWith(two[0]!, members);
    const itemId = await onSale(two[0]!, { kind: 'code', stock: 0 });
    const lines = Array.from({ length: 8 }, (_, i) => `VIDEO-${i}`);
    const importing = { itemId, lines: [...lines, 'VIDEO-0', ''], actor: { kind: 'staff', id: '1' } as const };
    expect(await two[0]!.importCodes.execute(importing)).toEqual({ added: 8, known: 1 });
    expect(await two[1]!.importCodes.execute(importing)).toEqual({ added: 0, known: 9 });
    const { done, refused } = await settled(
      Object.keys(members).map((member, i) => redeem(two[i % 2]!, itemId, member)),
    );
    expect([done.length, refused]).toEqual([8, ['SoldOut', 'SoldOut', 'SoldOut', 'SoldOut']]);
    const pages = await Promise.all(
      Object.keys(members).map((member) => two[0]!.mine.list(member, { before: null, limit: 5 })),
    );
    const given = pages.flatMap(({ items }) => items.map((reward) => reward.code));
    expect(given.sort()).toEqual(lines);
    const [stored] = await database.query<{ code_text: string }>('SELECT code_text FROM rewards_code LIMIT 1');
    expect(stored!.code_text).not.toContain('VIDEO');
    expect(await violationsIn(database, two[0]!)).toEqual([]);
  });
});
