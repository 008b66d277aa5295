import { InstallDefaultProgramme, LoyaltyDoor, RecheckTiers } from '@fanloop/loyalty';
import { UnitOfWork } from '@fanloop/platform';
import { useApiApp } from '../../support/api-app';
import { member, staff, store } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';
import { aPurchase } from './loyalty-on';

interface TierList {
  items: { code: string; name: string; enterAt: number; members: number }[];
  settings: object;
  version: string;
}

describe('tiers by HTTP', () => {
  const database = usePrivateDatabase();
  const api = useApiApp(database);
  beforeEach(async () => {
    await api.get(InstallDefaultProgramme).execute();
  });
  const buy = async (memberId: string, yuan: number) => {
    const purchase = aPurchase({
      memberId,
      storeId: (await store(api)).id,
      amountFen: yuan * 100,
      occurredAt: api.clock.now(),
    });
    await api.get(UnitOfWork).run((tx) => api.get(LoyaltyDoor).earnForPurchases(tx, [purchase]));
  };

  it('a manager previews and saves tiers; a stale save and a clerk are refused', async () => {
    const shopper = await member(api);
    await api.drain();
    await buy(shopper.memberId, 1200);
    const { token } = await staff(api, 'manager');
    const { body } = await api.call<TierList & Record<string, unknown>>('GET', '/api/console/tiers', { token });
    expect(body).toMatchObject({
      items: [{ code: 'silver-leaf', members: 1 }, { code: 'gold-leaf', enterAt: 2000, keepAt: 1500 }, {}],
      settings: { basis: 'tier-points', window: { kind: 'rolling', months: 12 }, graceDays: 30 },
      isRechecking: false,
    });
    const tiers = body.items.map(({ members: _, ...tier }, i) =>
      i === 1 ? { ...tier, enterAt: 1000, keepAt: 800 } : tier,
    );
    const plan = { tiers, settings: body.settings };
    const preview = await api.call('POST', '/api/console/tiers/preview', { token, body: plan });
    expect(preview).toMatchObject({
      status: 200,
      body: {
        members: 1,
        moves: [{ from: 'silver-leaf', to: 'gold-leaf', kind: 'up', members: 1 }],
        samples: [{ memberNo: shopper.memberNo, nickname: expect.any(String), to: 'gold-leaf' }],
      },
    });
    const save = { token, body: { ...plan, version: body.version } };
    expect(await api.call('PUT', '/api/console/tiers', save)).toMatchObject({
      status: 200,
      body: { isRechecking: true },
    });
    expect(await api.call('PUT', '/api/console/tiers', save)).toMatchObject({
      status: 409,
      body: { code: 'TiersChanged' },
    });
    await api.get(RecheckTiers).execute();
    const points = await api.call('GET', '/api/member/points', { token: shopper.token });
    expect(points.body).toMatchObject({ tier: { code: 'gold-leaf', keep: { keepAt: 800 }, next: { name: '岩茶' } } });
    const history = await api.call('GET', '/api/member/tier/history', { token: shopper.token });
    expect(history.body).toMatchObject({
      items: [{ kind: 'rise', from: '银叶', to: '金叶', why: '等级门槛调整后达到 1,000 成长值，升为金叶' }],
    });
    const held = {
      ...plan,
      tiers: [tiers[0], tiers[2]],
      version: (await api.call<TierList>('GET', '/api/console/tiers', { token })).body.version,
    };
    expect(await api.call('PUT', '/api/console/tiers', { token, body: held })).toMatchObject({
      status: 409,
      body: { code: 'TierHeld', message: '还有 1 位会员属于「金叶」，请先选择他们转入的等级' },
    });
    const clerk = await staff(api, 'clerk', [(await store(api)).id]);
    expect((await api.call('PUT', '/api/console/tiers', { ...save, token: clerk.token })).status).toBe(403);
    const wrong = {
      ...plan,
      tiers: [
        { ...tiers[0], name: '<b>' },
        { ...tiers[1], colour: 'red;background:url(x)' },
      ],
    };
    expect(await api.call('POST', '/api/console/tiers/preview', { token, body: wrong })).toMatchObject({
      status: 400,
      body: { code: 'TiersNotValid' },
    });
    for (const body of [{}, { tiers: [], settings: null }, { ...plan, tiers: [{ ...tiers[0], enterAt: '0' }] }])
      expect((await api.call('POST', '/api/console/tiers/preview', { token, body })).status).toBe(400);
  });

  it('a manager grants a tier once per key and ends it; the member and his page tell it', async () => {
    const shopper = await member(api);
    await api.drain();
    const { token } = await staff(api, 'manager');
    const path = `/api/console/members/${shopper.memberId}/tier`;
    const until = new Date(api.clock.now().getTime() + 30 * 86_400_000).toISOString().slice(0, 10);
    const grant = { token, body: { code: 'rock-tea', until, reason: '开业贵宾' }, idempotencyKey: 'grant-0001' };
    const first = await api.call('POST', `${path}/grants`, grant);
    expect(first).toMatchObject({
      status: 201,
      body: {
        standing: { code: 'rock-tea', grantUntil: until, keep: null },
        grants: [{ name: '岩茶', reason: '开业贵宾', isActive: true, ended: null }],
        history: [{ kind: 'grant', from: '银叶', to: '岩茶', why: `手动授予岩茶至 ${until}：开业贵宾` }],
      },
    });
    expect((await api.call<{ grants: unknown[] }>('POST', `${path}/grants`, grant)).body.grants).toHaveLength(1);
    const ended = await api.call('POST', `${path}/grants/end`, { token, body: { reason: '误授' } });
    expect(ended).toMatchObject({
      status: 200,
      body: {
        standing: { code: 'silver-leaf', grantUntil: null },
        grants: [{ isActive: false, ended: { reason: '误授' } }],
      },
    });
    expect(await api.call('POST', `${path}/grants/end`, { token, body: { reason: '误授' } })).toMatchObject({
      status: 404,
    });
    const another = await api.call('GET', '/api/console/members/999999/tier', { token });
    expect(another).toMatchObject({ status: 200, body: { grants: [], history: [] } });
    expect((await api.call('POST', `${path}/grants`, { ...grant, token: shopper.token })).status).toBe(403);
    const bad = { ...grant, idempotencyKey: 'grant-0002', body: { ...grant.body, until: '2027-02-30' } };
    expect((await api.call('POST', `${path}/grants`, bad)).status).toBe(400);
  });
});
