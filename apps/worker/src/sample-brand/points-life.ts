import { addDays } from '@fanloop/kernel';
import { AskAdjustment, ChangeSettings, LoyaltyDoor, TransferPoints } from '@fanloop/loyalty';
import { StaffListRead, type Store } from '@fanloop/organization';
import { UnitOfWork } from '@fanloop/platform';
import type { INestApplicationContext } from '@nestjs/common';
import type { Chance } from './chance';

/** What members took for their points at the counter. */
const TREATS: readonly (readonly [points: number, what: string])[] = [
  [60, '兑换：桂花糕一份'],
  [90, '兑换：冷泡茶一杯'],
  [150, '兑换：手作茶点双拼'],
];
/** One member in so many uses points in a week. */
const ONE_IN = 60;
const WEEKS = 26;

interface Life {
  readonly memberIds: readonly string[];
  readonly stores: ReadonlyMap<string, Store>;
  readonly until: Date;
}

/** One week of half a year of treats, in any store: so that stores have something to settle. Repeatable by its references. */
export const redeemTreats = async (
  app: INestApplicationContext,
  chance: Chance,
  { memberIds, stores, until }: Life,
  at: Date,
): Promise<void> => {
  if (at < addDays(until, -7 * WEEKS)) return;
  const loyalty = app.get(LoyaltyDoor, { strict: false });
  const places = [...stores.values()];
  for (let i = 0; i < memberIds.length / ONE_IN; i += 1) {
    const memberId = chance.pick(memberIds);
    const [points, reason] = chance.pick(TREATS);
    const storeId = chance.pick(places).id;
    const account = (await loyalty.accounts([memberId])).get(memberId);
    if (!account || account.available < points) continue;
    const reference = `treat:${memberId}:${at.toISOString().slice(0, 10)}`;
    const actor = { kind: 'member', id: memberId } as const;
    await app
      .get(UnitOfWork, { strict: false })
      .run((tx) => loyalty.spend(tx, { memberId, points, reference, reason, at, actor, storeId }))
      // A seed that goes on where it was cut short may meet its own reference with another draw.
      .catch(() => undefined);
  }
};

/** Gifts are open here, a few were given, and one adjustment waits for a second person. */
export const shareSomePoints = async (app: INestApplicationContext, memberIds: readonly string[]): Promise<void> => {
  const { items } = await app.get(StaffListRead, { strict: false }).page({ page: 1, pageSize: 50, withinStores: null });
  const manager = items.find((one) => one.login === 'manager');
  if (!manager) return;
  const actor = { kind: 'staff', id: manager.staffId } as const;
  const transfers = { enabled: true, leastPoints: 10, dailyPoints: 500, dailyTimes: 3 };
  await app.get(ChangeSettings, { strict: false }).execute({ settings: { transfers }, actor });
  const accounts = await app.get(LoyaltyDoor, { strict: false }).accounts(memberIds);
  const rich = memberIds.filter((id) => (accounts.get(id)?.available ?? 0) >= 100);
  for (const [i, points] of [20, 50, 30].entries()) {
    const [fromMemberId, toMemberId] = [rich[2 * i], rich[2 * i + 1]];
    if (!fromMemberId || !toMemberId) continue;
    const gift = { fromMemberId, toMemberId, points, idempotencyKey: `sample-gift-${i}` };
    await app.get(TransferPoints, { strict: false }).execute(gift);
  }
  const [memberId] = rich;
  if (!memberId) return;
  const wish = { memberId, points: 3000, reason: '周年庆活动漏发的奖励，门店已核实小票', actor, role: manager.role };
  await app.get(AskAdjustment, { strict: false }).execute({ ...wish, idempotencyKey: 'sample-request-1' });
};
