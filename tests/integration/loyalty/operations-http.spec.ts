import { ChangeSettings, InstallDefaultProgramme, LoyaltyDoor } from '@fanloop/loyalty';
import { UnitOfWork } from '@fanloop/platform';
import { useApiApp } from '../../support/api-app';
import { member, staff, store, type TestMember } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';
import { aPurchase, MANAGER } from './loyalty-on';

interface Items<T = Record<string, unknown>> {
  readonly items: T[];
  readonly total: number;
}
const OPEN = { enabled: true, leastPoints: 10, dailyPoints: 50, dailyTimes: 3 };

describe('the ledger by HTTP', () => {
  const database = usePrivateDatabase();
  const api = useApiApp(database);
  beforeEach(async () => {
    api.clock.set('2026-06-15T04:00:00Z');
    await api.get(InstallDefaultProgramme).execute();
  });

  const set = (settings: object) => api.get(ChangeSettings).execute({ settings, actor: MANAGER });
  /** A member with 20 points of the sign-up and as many as the purchase paid. */
  const shopper = async (nickname: string, yuan = 0): Promise<TestMember> => {
    const one = await member(api);
    await database.query('UPDATE members_member SET nickname = ? WHERE id = ?', [nickname, one.memberId]);
    await api.drain();
    if (yuan > 0) {
      const purchase = aPurchase({ memberId: one.memberId, amountFen: yuan * 100, storeId: (await store(api)).id });
      await api.get(UnitOfWork).run((tx) => api.get(LoyaltyDoor).earnForPurchases(tx, [purchase]));
    }
    return one;
  };

  describe('transfers', () => {
    const path = '/api/member/points/transfers';
    const ask = (who: TestMember, recipient: string) =>
      api.call('POST', `${path}/lookup`, { token: who.token, body: { recipient } });
    const give = (who: TestMember, recipient: string, points: number, idempotencyKey: string) =>
      api.call('POST', path, { token: who.token, body: { recipient, points }, idempotencyKey });

    it('are there only when the brand opens them; then a friend is found by number or phone, masked', async () => {
      const [a, b] = [await shopper('小叶', 100), await shopper('欧阳青青🍵')];
      expect((await api.call('GET', '/api/member/points', { token: a.token })).body).toMatchObject({
        transfersEnabled: false,
      });
      expect(await ask(a, b.memberNo)).toMatchObject({ status: 409, body: { code: 'TransfersOff' } });
      expect(await give(a, b.memberNo, 10, 'gift-off-1')).toMatchObject({ body: { code: 'TransfersOff' } });
      await set({ transfers: OPEN });
      for (const recipient of [b.memberNo, b.person.phone, `+86 ${b.person.phone}`])
        expect(await ask(a, recipient)).toMatchObject({ status: 200, body: { name: '欧**' } });
      const done = await give(a, b.person.phone, 30, 'gift-http-1');
      expect(done).toMatchObject({ status: 201, body: { points: 30, balanceAfter: 90, name: '欧**' } });
      expect(await give(a, b.person.phone, 30, 'gift-http-1')).toEqual({ ...done, headers: expect.anything() });
      expect(await give(a, b.memberNo, 21, 'gift-http-2')).toMatchObject({
        body: { code: 'TransferTooMuch', message: '每天最多转赠 50 分，今天还可转赠 20 分' },
      });
      expect((await api.call('GET', `${path}/terms`, { token: a.token })).body).toMatchObject({
        enabled: true,
        pointsLeftToday: 20,
        timesLeftToday: 2,
        available: 90,
      });
      const history = async (who: TestMember) => (await api.call<Items>('GET', path, { token: who.token })).body.items;
      expect(await history(a)).toMatchObject([{ direction: 'out', name: '欧**', points: 30 }]);
      expect(await history(b)).toMatchObject([{ direction: 'in', name: '小*', points: 30 }]);
    });

    it('S1 S9 strangers, frozen and closed members are answered alike, oneself plainly, and guessing has a limit', async () => {
      const [a, b] = [await shopper('小叶', 100), await shopper('小青')];
      await set({ transfers: OPEN });
      expect(await ask(a, a.memberNo)).toMatchObject({ status: 409, body: { code: 'TransferToOneself' } });
      await database.query('UPDATE members_member SET status = "frozen" WHERE id = ?', [b.memberId]);
      const missing = { status: 404, body: { code: 'TransferRecipientMissing' } };
      for (const recipient of [b.memberNo, '13900000000', '100000000007', "1' OR '1'='1", '叶叶叶叶叶'])
        expect(await ask(a, recipient)).toMatchObject(missing);
      expect(await ask(a, '1')).toMatchObject({ status: 400 });
      for (let i = 6; i < 20; i += 1) expect((await ask(a, '13900000001')).status).toBe(404);
      expect(await ask(a, '13900000001')).toMatchObject({ status: 429, body: { code: 'TooManyTries' } });
      expect(await give(a, '13900000001', 10, 'gift-guess-1')).toMatchObject({ status: 429 });
      // A frozen member gives nothing either.
      expect(await ask(b, a.memberNo)).toMatchObject({ status: 403 });
      expect((await api.call('POST', path, { body: { recipient: a.memberNo, points: 10 } })).status).toBe(401);
    });
  });

  it('an adjustment above the limit is asked for, waits on the page of today, and is approved by another', async () => {
    const { memberId } = await shopper('小叶');
    const [owner, manager, other] = [
      await staff(api, 'owner'),
      await staff(api, 'manager'),
      await staff(api, 'manager'),
    ];
    const limits = (token: string) => api.call('GET', '/api/console/adjustment-limits', { token });
    expect((await limits(manager.token)).body).toEqual({ alone: 2000, approve: 2000 });
    expect((await limits(owner.token)).body).toEqual({ alone: 10_000, approve: null });
    const body = { points: 2500, reason: '系统升级漏发' };
    const adjust = { token: manager.token, body, idempotencyKey: 'adjust-big-1' };
    expect(await api.call('POST', `/api/console/members/${memberId}/points-adjustments`, adjust)).toMatchObject({
      status: 409,
      body: { code: 'AdjustmentNeedsApproval', message: '超过您单次可调整的 2000 分，需要另一位负责人审批' },
    });
    const path = `/api/console/members/${memberId}/adjustment-requests`;
    const asked = await api.call('POST', path, adjust);
    expect(asked).toMatchObject({
      status: 201,
      body: {
        state: 'pending',
        points: 2500,
        nickname: '小叶',
        mayApprove: false,
        mayReject: false,
        mayWithdraw: true,
      },
    });
    expect((await api.call('POST', path, adjust)).body).toEqual(asked.body);
    const todo = async () =>
      (await api.call<{ todo: { kind: string; count: number }[] }>('GET', '/api/console/today', { token: owner.token }))
        .body.todo;
    expect(await todo()).toContainEqual(expect.objectContaining({ kind: 'adjustments-waiting', count: 1 }));
    const seenBy = async (token: string, query = '') =>
      (await api.call<Items>('GET', `/api/console/adjustment-requests?state=pending${query}`, { token })).body.items;
    expect(await seenBy(other.token)).toMatchObject([
      { mayApprove: false, mayReject: true, mayWithdraw: false, whyNotApprove: '超过您可审批的 2000 分，请由店主处理' },
    ]);
    expect(await seenBy(owner.token)).toMatchObject([
      { mayApprove: true, askedBy: expect.stringContaining('manager') },
    ]);
    expect(await seenBy(owner.token, '&mine=yes')).toEqual([]);
    const decide = (token: string, verdict: string) =>
      api.call('POST', `/api/console/adjustment-requests/${asked.body['requestId']}/decision`, {
        token,
        body: { verdict },
      });
    expect(await decide(manager.token, 'approved')).toMatchObject({
      status: 403,
      body: { code: 'AdjustmentOwnRequest' },
    });
    expect(await decide(owner.token, 'approved')).toMatchObject({
      status: 200,
      body: { state: 'approved', entrySeq: 2 },
    });
    expect(await decide(other.token, 'rejected')).toMatchObject({ status: 409, body: { code: 'AdjustmentDecided' } });
    expect(await todo()).toEqual([]);
    const clerk = await staff(api, 'store-manager', [(await store(api)).id]);
    expect(await decide(clerk.token, 'approved')).toMatchObject({ status: 403 });
    expect((await api.call('GET', '/api/console/adjustment-requests', { token: clerk.token })).status).toBe(403);
  });

  it('settings are saved by sections, refused with a reason, and audited with before and after', async () => {
    const { token } = await staff(api, 'manager');
    const path = '/api/console/loyalty-settings';
    const put = (body: object) => api.call('PUT', path, { token, body });
    expect((await api.call('GET', path, { token })).body).toMatchObject({
      expiry: { kind: 'rolling-months', months: 12 },
      adjustmentLimits: { owner: 10_000, manager: 2_000 },
      reminderDays: [30, 7],
      sentences: { expiry: expect.stringContaining('可用到 2027 年 6 月 15 日') },
    });
    const draft = { expiry: { kind: 'fixed-date', monthDay: '02-30', leastDays: 0 } };
    const problem = '没有「02-30」这一天，请按 月-日 填写，例如 06-30';
    expect((await api.call('POST', `${path}/preview`, { token, body: draft })).body).toEqual({
      problems: [problem],
      sentences: null,
    });
    expect(await put(draft)).toMatchObject({
      status: 400,
      body: { code: 'SettingsNotValid', message: `设置有误：${problem}` },
    });
    expect(await put({ tiers: { graceDays: 1 } })).toMatchObject({ status: 400 });
    expect(await put({ pendingDays: 1.5 })).toMatchObject({ status: 400 });
    expect(await put({ adjustmentLimits: { wizard: 5 } })).toMatchObject({ status: 400 });
    const [one, two] = await Promise.all([put({ pendingDays: 3 }), put({ transfers: OPEN })]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect((await api.call('GET', path, { token })).body).toMatchObject({ pendingDays: 3, transfers: OPEN });
    const audit = await database.query<{ details: unknown }>(
      "SELECT details FROM platform_audit WHERE action = 'loyalty.settings-changed' ORDER BY id",
    );
    const details = audit.map((row) => (typeof row.details === 'string' ? JSON.parse(row.details) : row.details));
    expect(details).toContainEqual({ before: { pendingDays: 0 }, after: { pendingDays: 3 } });
    const reader = await staff(api, 'store-manager', [(await store(api)).id]);
    expect((await api.call('PUT', path, { token: reader.token, body: { pendingDays: 0 } })).status).toBe(403);
  });

  it("a member's ledger: filtered by kind and day, with lots and a proof that names what is wrong", async () => {
    const { memberId } = await shopper('小叶', 100);
    const { token } = await staff(api, 'manager');
    const path = `/api/console/members/${memberId}/points`;
    const get = <T = Items>(rest: string) => api.call<T>('GET', `${path}/${rest}`, { token });
    const all = (await get('entries')).body;
    expect(all).toMatchObject({
      total: 2,
      items: [{ seq: 2, points: 100, lots: [{ lot: 2, points: 100 }] }, { seq: 1 }],
    });
    expect((await get('entries?kind=spend')).body).toEqual({ items: [], total: 0 });
    expect((await get('entries?from=2026-06-16')).body.total).toBe(0);
    expect((await get('entries?from=2026-06-15&until=2026-06-15&pageSize=1&page=2')).body).toMatchObject({
      total: 2,
      items: [{ seq: 1, points: 20 }],
    });
    expect((await get('lots')).body.items).toMatchObject([
      { lotNo: 2, state: 'usable', remaining: 100, expiresAt: '2027-06-15T16:00:00.000Z', source: expect.any(String) },
      { lotNo: 1, remaining: 20, storeName: null },
    ]);
    expect((await get<{ ok: boolean; checks: unknown[] }>('proof')).body).toMatchObject({ ok: true, entries: 2 });
    await database.query('UPDATE loyalty_lot SET remaining = 21 WHERE lot_no = 1');
    const proof = (await get<{ ok: boolean; checks: { ok: boolean; check: string }[] }>('proof')).body;
    expect(proof.ok).toBe(false);
    expect(proof.checks.filter(({ ok }) => !ok)).toEqual([
      {
        check: 'lots',
        ok: false,
        badRow: { table: 'loyalty_lot', number: 1, problem: 'remaining is 21, only 20 were earned' },
      },
      {
        check: 'available',
        ok: false,
        badRow: { table: 'loyalty_points_account', number: null, problem: 'available is 120, the lots hold 121' },
      },
    ]);
    // The page of the member opens all the same, and says so.
    expect(await api.call('GET', `/api/console/members/${memberId}`, { token })).toMatchObject({
      status: 200,
      body: { points: { proof: { ok: false, badRow: { table: 'loyalty_lot', number: 1 } } } },
    });
    expect((await api.call('GET', '/api/console/members/999999/points/proof', { token })).status).toBe(404);
  });

  it('the reports name stores and headquarters, and keep to managers', async () => {
    const { memberId } = await shopper('小叶', 100);
    const { token } = await staff(api, 'manager');
    const shop = await store(api, { name: '湖滨店' });
    const use = {
      memberId,
      points: 70,
      storeId: shop.id,
      reference: 'u1',
      reason: '兑换',
      at: api.clock.now(),
      actor: MANAGER,
    };
    await api.get(UnitOfWork).run((tx) => api.get(LoyaltyDoor).spend(tx, use));
    const path = '/api/console/points-reports';
    const liability = await api.call('GET', `${path}/liability`, { token });
    expect(liability).toMatchObject({
      status: 200,
      body: { points: 50, fen: 50, byMonth: [{ month: '2027-06', points: 50 }] },
    });
    const settlement = await api.call<{ places: { netFen: number }[] }>(
      'GET',
      `${path}/settlement?from=2026-06-01&until=2026-06-30`,
      { token },
    );
    expect(settlement.body).toMatchObject({
      points: 70,
      flows: expect.arrayContaining([
        { points: 20, from: { storeId: null, storeName: '总部' }, to: { storeId: shop.id, storeName: '湖滨店' } },
      ]),
    });
    expect(settlement.body.places.reduce((sum, { netFen }) => sum + netFen, 0)).toBe(0);
    for (const query of [
      'from=2026-06-30&until=2026-06-01',
      'from=2020-01-01&until=2026-06-01',
      'from=2026-02-30&until=2026-03-01',
      '',
    ])
      expect((await api.call('GET', `${path}/settlement?${query}`, { token })).status).toBe(400);
    const tied = await staff(api, 'store-manager', [shop.id]);
    expect((await api.call('GET', `${path}/liability`, { token: tied.token })).status).toBe(403);
  });
});
