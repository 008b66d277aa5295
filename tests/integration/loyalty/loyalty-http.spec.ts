import { InstallDefaultProgramme, LoyaltyDoor } from '@fanloop/loyalty';
import { UnitOfWork } from '@fanloop/platform';
import { useApiApp } from '../../support/api-app';
import { member, staff, store } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';
import { aPurchase } from './loyalty-on';

interface Items<T = Record<string, unknown>> {
  readonly items: T[];
}

describe('loyalty by HTTP', () => {
  const database = usePrivateDatabase();
  const api = useApiApp(database);
  beforeEach(async () => {
    await api.get(InstallDefaultProgramme).execute();
  });

  it('a shopper sees points, tier and the why of each entry', async () => {
    const shopper = await member(api);
    await api.drain();
    const shop = await store(api);
    const purchase = aPurchase({ memberId: shopper.memberId, storeId: shop.id, ordinalOfMember: 1 });
    await api.get(UnitOfWork).run((tx) => api.get(LoyaltyDoor).earnForPurchases(tx, [purchase]));
    const points = await api.call('GET', '/api/member/points', { token: shopper.token });
    expect(points).toMatchObject({
      status: 200,
      body: {
        available: 108,
        debt: 0,
        tier: { code: 'silver-leaf', name: '银叶', qualifying: 108, next: { name: '金叶', missing: 1892 } },
        waysToEarn: expect.arrayContaining(['每消费 ¥1 得 1 分。', '首次消费时，奖励 50 分。']),
      },
    });
    const first = await api.call<Items & { nextCursor: string }>('GET', '/api/member/points/entries?limit=1', {
      token: shopper.token,
    });
    expect(first.body.items).toMatchObject([
      {
        kind: 'earn',
        points: 88,
        balanceAfter: 108,
        title: '消费得积分',
        why: ['每消费 ¥1 得 1 分：¥38.00 → 38 分', '首次消费奖励：+50 分'],
        purchaseNo: purchase.purchaseNo,
        storeName: shop.name,
      },
    ]);
    const path = `/api/member/points/entries?cursor=${first.body.nextCursor}`;
    const second = await api.call<Items>('GET', path, { token: shopper.token });
    expect(second.body).toMatchObject({ items: [{ points: 20, title: '入会奖励' }], nextCursor: null });
  });

  it('S1 an entry explains itself to its own member, and every rule of it to the console', async () => {
    const [shopper, other] = [await member(api), await member(api)];
    await api.drain();
    const shop = await store(api);
    const purchase = aPurchase({ memberId: shopper.memberId, storeId: shop.id, ordinalOfMember: 1 });
    await api.get(UnitOfWork).run((tx) => api.get(LoyaltyDoor).earnForPurchases(tx, [purchase]));
    const entryId = `${shopper.memberId}-2`;
    const own = await api.call('GET', `/api/member/points/entries/${entryId}`, { token: shopper.token });
    expect(own).toMatchObject({
      status: 200,
      body: {
        entry: { entryId, points: 88, storeName: shop.name, purchaseNo: purchase.purchaseNo },
        steps: [
          { name: '消费积分', points: 38, lines: ['每消费 ¥1 得 1 分：¥38.00 → 38 分'] },
          { name: '首次消费奖励', points: 50, lines: ['首次消费奖励：+50 分'] },
        ],
        lots: ['有效期到 2027-06-15'],
        hint: null,
      },
    });
    for (const [id, token] of [
      [entryId, other.token],
      [`${shopper.memberId}-99`, shopper.token],
      [`${other.memberId}-1`, shopper.token],
      ['1 OR 1=1', shopper.token],
    ] as const)
      expect((await api.call('GET', `/api/member/points/entries/${encodeURIComponent(id)}`, { token })).status).toBe(
        404,
      );

    const { token } = await staff(api, 'manager');
    const path = `/api/console/members/${shopper.memberId}/points/entries`;
    const all = await api.call<{ rules: { name: string }[] }>('GET', `${path}/2/explanation`, { token });
    expect(all.body).toMatchObject({
      seen: expect.arrayContaining([
        { label: '实付金额', value: '¥38' },
        { label: '门店', value: `「${shop.name}」` },
        { label: '等级', value: '「银叶」' },
      ]),
      lots: ['有效期到 2027-06-15'],
    });
    expect(all.body.rules.find(({ name }) => name === '生日双倍')).toMatchObject({
      applied: false,
      reason: '未满足：生日当天',
      checks: [{ text: '生日当天', actual: '否', holds: false }],
    });
    expect((await api.call('GET', `${path}/99/explanation`, { token })).status).toBe(404);
    const clerk = await staff(api, 'clerk', [shop.id]);
    expect((await api.call('GET', `${path}/2/explanation`, { token: clerk.token })).status).toBe(403);
  });

  it('a manager corrects points once per key, sees tiers filled and the ledger proven', async () => {
    const { memberId } = await member(api);
    await api.drain();
    const { token } = await staff(api, 'manager');
    const path = `/api/console/members/${memberId}/points-adjustments`;
    const call = { token, body: { points: -5, reason: '误发' }, idempotencyKey: 'adjust-0001' };
    const done = await api.call('POST', path, call);
    expect(done).toMatchObject({ status: 201, body: { kind: 'adjust', points: -5, balanceAfter: 15, why: ['误发'] } });
    expect(await api.call('POST', path, call)).toMatchObject({ status: 201, body: done.body });
    const tooMuch = { ...call, body: { points: -500, reason: '误发' }, idempotencyKey: 'adjust-0002' };
    expect(await api.call('POST', path, tooMuch)).toMatchObject({ status: 409, body: { code: 'PointsNotEnough' } });
    expect((await api.call<Items>('GET', '/api/console/tiers', { token })).body.items).toMatchObject([
      { name: '银叶', members: 1 },
      { name: '金叶', members: 0 },
      { name: '岩茶', members: 0 },
    ]);
    const proof = (query = '') => api.call('GET', `/api/console/ledger/proof${query}`, { token });
    expect((await proof()).body).toMatchObject({ ok: true, accounts: 1, entries: 2, entriesSum: 15, badRow: null });
    await database.query('UPDATE loyalty_entry SET points = 50 WHERE seq = 1');
    expect((await proof(`?memberId=${memberId}`)).body).toMatchObject({
      ok: false,
      badRow: { table: 'loyalty_entry', number: 1 },
    });
  });
});
