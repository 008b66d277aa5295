import { InstallDefaultProgramme, LoyaltyDoor, RunReplays } from '@fanloop/loyalty';
import { UnitOfWork } from '@fanloop/platform';
import { useApiApp } from '../../support/api-app';
import { member, staff, store } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';
import { aPurchase, aRule } from './loyalty-on';

describe('replays by HTTP', () => {
  const database = usePrivateDatabase();
  const api = useApiApp(database);
  beforeEach(async () => {
    await api.get(InstallDefaultProgramme).execute({ rules: [aRule] });
  });
  const PATH = '/api/console/replays';
  const JUNE = { from: '2026-06-01', to: '2026-06-30' };

  it('a manager starts, watches, cancels and reads replays', async () => {
    const { memberId } = await member(api);
    await api.drain();
    const shop = await store(api);
    const bought = [1, 2].map(() => aPurchase({ memberId, storeId: shop.id }));
    await api.get(UnitOfWork).run((tx) => api.get(LoyaltyDoor).earnForPurchases(tx, bought));
    const { token } = await staff(api, 'manager');
    const draft = { ...aRule, name: '五分', effect: { kind: 'fixed-points', points: 5 } };
    const started = await api.call('POST', PATH, { token, body: { ...JUNE, draft, storeIds: [shop.id] } });
    expect(started).toMatchObject({ status: 201, body: { replayId: expect.stringMatching(/^\d+$/) } });
    const one = `${PATH}/${started.body['replayId']}`;
    expect(await api.call('GET', one, { token })).toMatchObject({
      status: 200,
      body: {
        state: 'waiting',
        progressPercent: 0,
        report: null,
        changes: [{ name: '五分', removed: false }],
        ...JUNE,
      },
    });
    await api.get(RunReplays).execute();
    expect((await api.call('GET', one, { token })).body).toMatchObject({
      state: 'done',
      storeIds: [shop.id],
      createdBy: expect.not.stringMatching(/^staff:/),
      report: {
        totals: { active: { points: 76 }, draft: { points: 86, costFen: 86 } },
        days: [{ day: '2026-06-15', ledger: 76, active: 76, draft: 86 }],
        top: [{ purchaseNo: bought[0]!.purchaseNo, memberId, active: 38, draft: 43 }, { draft: 43 }],
      },
    });
    expect(await api.call('POST', `${one}/cancel`, { token })).toMatchObject({
      status: 409,
      body: { code: 'ReplayEnded' },
    });
    const next = await api.call('POST', PATH, { token, body: JUNE });
    const path = `${PATH}/${next.body['replayId']}`;
    expect(await api.call('POST', `${path}/cancel`, { token })).toMatchObject({ status: 200 });
    expect((await api.call<{ items: object[] }>('GET', PATH, { token })).body.items).toMatchObject([
      { state: 'cancelled', changes: [] },
      { state: 'done' },
    ]);
    const proof = await api.call('GET', '/api/console/ledger/proof', { token });
    expect(proof.body).toMatchObject({ ok: true, traces: 2, olderTraces: 0 });
  });

  it('refuses what is not a period, a draft or an id, and whoever may not', async () => {
    const { token } = await staff(api, 'manager');
    const start = (body: object) => api.call('POST', PATH, { token, body });
    expect(await start({ from: '2026-06-31', to: '2026-07-01' })).toMatchObject({ status: 400 });
    expect(await start({ from: '2026-06-02', to: '2026-06-01' })).toMatchObject({
      status: 400,
      body: { code: 'ReplayPeriodNotAllowed' },
    });
    expect(await start({ ...JUNE, ruleId: '1 OR 1=1' })).toMatchObject({ status: 400 });
    expect(await start({ ...JUNE, ruleId: '987654' })).toMatchObject({ status: 404, body: { code: 'RuleMissing' } });
    expect(await start({ ...JUNE, draft: { ...aRule, caps: { ...aRule.caps, perDay: -1 } } })).toMatchObject({
      status: 400,
    });
    expect((await api.call('GET', `${PATH}/987654`, { token })).status).toBe(404);
    expect((await api.call('GET', `${PATH}/x`, { token })).status).toBe(404);
    expect((await api.call('POST', `${PATH}/987654/cancel`, { token })).status).toBe(404);
    const clerk = await staff(api, 'clerk', [(await store(api)).id]);
    for (const [method, path] of [
      ['GET', PATH],
      ['POST', PATH],
      ['POST', `${PATH}/1/cancel`],
    ] as const)
      expect((await api.call(method, path, { token: clerk.token, body: JUNE })).status).toBe(403);
    expect((await api.call('GET', PATH)).status).toBe(401);
  });
});
