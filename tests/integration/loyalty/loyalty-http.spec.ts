import { InstallDefaultProgramme, LoyaltyDoor } from '@fanloop/loyalty';
import { UnitOfWork } from '@fanloop/platform';
import { useApiApp } from '../../support/api-app';
import { member, staff, store } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';
import { aPurchase, aRule } from './loyalty-on';

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
        waysToEarn: expect.arrayContaining(['每消费 ¥1 得 1 分。', '首次消费奖励 50 分。']),
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

  it('a manager writes, revises, pauses and tries rules, and each change is audited', async () => {
    const { token } = await staff(api, 'manager');
    const draft = {
      ...aRule,
      name: '周末双倍',
      kind: 'category-multiplier',
      params: { category: '茶饮', multiplierPercent: 200 },
    };
    const made = await api.call('POST', '/api/console/rules', { token, body: draft });
    expect(made).toMatchObject({
      status: 201,
      body: { version: 1, status: 'active', sentence: '「茶饮」类商品积分 ×2。' },
    });
    const path = `/api/console/rules/${made.body['ruleId']}`;
    const body = { ...draft, condition: { in: [{ var: 'weekday' }, [6, 7]] } };
    expect(await api.call('PUT', path, { token, body })).toMatchObject({ status: 200, body: { version: 2 } });
    const basket = { lines: [{ name: '奶绿', category: '茶饮', quantity: 1, amountFen: 3800 }] };
    const on = (at: string) => api.call('POST', '/api/console/rules/try', { token, body: { ...basket, at } });
    expect((await on('2026-06-13T04:00:00.000Z')).body).toMatchObject({ points: 76 });
    expect((await on('2026-06-15T04:00:00.000Z')).body).toMatchObject({ points: 38 });
    const paused = await api.call('POST', `${path}/status`, { token, body: { status: 'paused' } });
    expect(paused).toMatchObject({ status: 200, body: { status: 'paused' } });
    expect((await on('2026-06-13T04:00:00.000Z')).body).toMatchObject({ points: 38 });
    expect((await api.call<{ versions: unknown[] }>('GET', path, { token })).body.versions).toHaveLength(2);
    const wrong = { ...draft, condition: { '==': [{ var: 'phone' }, '1'] } };
    expect(await api.call('POST', '/api/console/rules', { token, body: wrong })).toMatchObject({
      status: 400,
      body: { code: 'RuleNotValid', message: '规则有误：条件中有不认识的事实「phone」' },
    });
    const audit = await database.query<{ action: string }>(
      "SELECT action FROM platform_audit WHERE action LIKE 'loyalty.%' ORDER BY id",
    );
    expect(audit.map(({ action }) => action)).toEqual([
      'loyalty.rule-created',
      'loyalty.rule-revised',
      'loyalty.rule-status-set',
    ]);
    const clerk = await staff(api, 'clerk', [(await store(api)).id]);
    expect((await api.call('POST', '/api/console/rules', { token: clerk.token, body: draft })).status).toBe(403);
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
