import { LoyaltyDoor } from '@fanloop/loyalty';
import { UnitOfWork } from '@fanloop/platform';
import { useApiApp } from '../../support/api-app';
import { clerk, member, staff, store, visitor, wechatPerson } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';

interface Items<T = Record<string, unknown>> {
  readonly items: T[];
}

describe('the points mall by HTTP', () => {
  const database = usePrivateDatabase();
  const api = useApiApp(database);

  const input = (more: object = {}) => ({ kind: 'goods', title: '随行杯', pricePoints: 100, stock: 2, ...more });

  const published = async (token: string, more: object = {}): Promise<string> => {
    const made = await api.call('POST', '/api/console/reward-items', { token, body: input(more) });
    expect(made).toMatchObject({ status: 201, body: { status: 'draft' } });
    const id = String(made.body['id']);
    const path = `/api/console/reward-items/${id}/status`;
    expect(await api.call('POST', path, { token, body: { status: 'active' } })).toMatchObject({
      status: 200,
      body: { status: 'active' },
    });
    return id;
  };

  const withPoints = async (memberId: string, points: number): Promise<void> => {
    await api.drain();
    const give = { memberId, points, reason: '测试', reference: `test-${memberId}`, at: api.clock.now() };
    await api
      .get(UnitOfWork)
      .run((tx) => api.get(LoyaltyDoor).adjust(tx, { ...give, actor: { kind: 'system', id: 'test' } }));
  };

  const redeem = (token: string, id: string, pricePoints: number, idempotencyKey: string) =>
    api.call<{ reward: { rewardNo: string; pickUpCode: string }; code: string }>(
      'POST',
      `/api/member/mall/items/${id}/rewards`,
      { token, body: { pricePoints }, idempotencyKey },
    );

  it('is stocked in the console, redeemed in the mini-program, handed over once, and cancelled with its points', async () => {
    const [manager, shop] = [await staff(api, 'manager'), await store(api)];
    const id = await published(manager.token, { storeIds: [shop.id] });
    const shopper = await member(api);
    await withPoints(shopper.memberId, 250);
    const list = await api.call<Items & { available: number }>('GET', '/api/member/mall/items', {
      token: shopper.token,
    });
    const before = list.body.available;
    expect(list.body.items).toMatchObject([{ id, why: null, stockLeft: 2 }]);
    const first = await redeem(shopper.token, id, 100, 'redeem-the-first');
    expect(first).toMatchObject({ status: 201, body: { pointsLeft: before - 100, reward: { state: 'ready' } } });
    const { rewardNo, pickUpCode: code } = first.body.reward;
    const again = await redeem(shopper.token, id, 100, 'redeem-the-first');
    expect(again.body.reward.rewardNo).toBe(rewardNo);

    const [door, stranger] = [await clerk(api, [shop.id]), await clerk(api, [(await store(api)).id])];
    const desk = (path: string, token: string, typed = code) =>
      api.call('POST', `/api/clerk/rewards/${path}`, { token, body: { code: typed, storeId: shop.id } });
    expect(await desk('lookup', stranger.token)).toMatchObject({ status: 403 });
    expect(await desk('lookup', door.token)).toMatchObject({
      status: 200,
      body: { title: '随行杯', nickname: expect.stringMatching(/^会员/), state: 'ready', why: null },
    });
    const slip = `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`;
    expect(await desk('lookup', door.token, slip)).toMatchObject({ status: 404 });
    expect(await desk('hand-overs', stranger.token)).toMatchObject({ status: 403 });
    expect(await desk('hand-overs', door.token)).toMatchObject({ status: 200, body: { rewardNo, state: 'picked-up' } });
    expect(await desk('hand-overs', door.token)).toMatchObject({
      status: 409,
      body: { code: 'RewardPickedUp', message: '这份礼品已经领走了，不能再领一次' },
    });

    const second = await redeem(shopper.token, id, 100, 'redeem-the-second');
    const mine = `/api/member/rewards/${second.body.reward.rewardNo}`;
    expect(await api.call('DELETE', mine, { token: (await member(api)).token })).toMatchObject({ status: 404 });
    expect(await api.call('DELETE', mine, { token: shopper.token })).toMatchObject({
      status: 200,
      body: { pointsReturned: 100 },
    });
    const rewards = await api.call<Items>('GET', '/api/member/rewards?limit=1', { token: shopper.token });
    expect(rewards.body).toMatchObject({ items: [{ state: 'cancelled', pickUpCode: null }] });
    const rest = await api.call<Items>(
      'GET',
      `/api/member/rewards?limit=1&before=${String((rewards.body as unknown as { nextBefore: string }).nextBefore)}`,
      { token: shopper.token },
    );
    expect(rest.body.items).toMatchObject([{ rewardNo, state: 'picked-up', storeName: shop.name }]);
  });

  it('the console changes stock, imports codes, finds a reward and cancels it with a reason', async () => {
    const manager = await staff(api, 'manager');
    const { token } = manager;
    const goods = await published(token);
    const codes = await published(token, { kind: 'code', title: '影音周卡', stock: 0 });
    const to = (id: string, path: string, body: object) =>
      api.call('POST', `/api/console/reward-items/${id}/${path}`, { token, body });
    expect(await to(goods, 'stock', { by: 5 })).toMatchObject({ status: 200, body: { stockTotal: 7, stockLeft: 7 } });
    expect(await to(goods, 'stock', { by: -8 })).toMatchObject({ status: 409, body: { code: 'StockBelowTaken' } });
    expect(await to(codes, 'stock', { by: 1 })).toMatchObject({ status: 409, body: { code: 'StockFromCodes' } });
    expect(await to(codes, 'codes', { codes: ['A', 'B', 'A'] })).toMatchObject({ body: { added: 2, known: 1 } });
    const shopper = await member(api);
    await withPoints(shopper.memberId, 200);
    const video = await redeem(shopper.token, codes, 100, 'redeem-a-code');
    expect(video.body.reward).toMatchObject({ state: 'delivered', code: 'A', pickUpCode: null });
    const cup = await redeem(shopper.token, goods, 100, 'redeem-a-cup');
    const found = await api.call<Items>('GET', `/api/console/rewards?q=${cup.body.reward.pickUpCode}&state=ready`, {
      token,
    });
    expect(found.body.items).toMatchObject([{ rewardNo: cup.body.reward.rewardNo, title: '随行杯' }]);
    expect(JSON.stringify(found.body)).not.toContain(cup.body.reward.pickUpCode);
    const cancel = (body: object) =>
      api.call('POST', `/api/console/rewards/${cup.body.reward.rewardNo}/cancel`, { token, body });
    expect(await cancel({ note: '' })).toMatchObject({ status: 400 });
    expect(await cancel({ note: '门店缺货' })).toMatchObject({ status: 200, body: { pointsReturned: 100 } });
    expect(await cancel({ note: '门店缺货' })).toMatchObject({ status: 409, body: { code: 'RewardCancelled' } });
    const items = await api.call<Items>('GET', '/api/console/reward-items?status=active', { token });
    expect(items.body.items.map((item) => [item['title'], item['stockLeft'], item['redeemed']])).toEqual([
      ['随行杯', 7, 0],
      ['影音周卡', 1, 1],
    ]);
  });

  it('a visitor looks but does not redeem; a clerk does not manage; what is short of points says so', async () => {
    const manager = await staff(api, 'manager');
    const id = await published(manager.token, { pricePoints: 90_000 });
    const { accessToken } = await visitor(api, await wechatPerson(api));
    const one = await api.call('GET', `/api/member/mall/items/${id}`, { token: accessToken });
    expect(one.body).toMatchObject({ available: null, item: { id, why: null } });
    expect(await redeem(accessToken, id, 90_000, 'visitor-redeems')).toMatchObject({ status: 403 });
    const shopper = await member(api);
    await withPoints(shopper.memberId, 1);
    expect(await redeem(shopper.token, id, 90_000, 'poor-redeems')).toMatchObject({
      status: 409,
      body: { code: 'PointsNotEnough' },
    });
    const shopFloor = await staff(api, 'store-manager', [(await store(api)).id]);
    const make = await api.call('POST', '/api/console/reward-items', { token: shopFloor.token, body: input() });
    expect(make).toMatchObject({ status: 403 });
  });
});
