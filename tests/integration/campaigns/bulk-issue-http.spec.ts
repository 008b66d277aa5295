import { RunIssues } from '@fanloop/campaigns';
import { useApiApp } from '../../support/api-app';
import { member, staff, store, type TestMember } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';

interface Items<T = Record<string, unknown>> {
  readonly items: T[];
}

describe('bulk issues by HTTP', () => {
  const database = usePrivateDatabase();
  const api = useApiApp(database);

  const coupon = async (token: string, more: object = {}): Promise<string> => {
    const made = await api.call('POST', '/api/console/coupons/templates', {
      token,
      body: {
        name: '满 30 减 5',
        benefit: { kind: 'cash', amountFen: 500 },
        thresholdFen: 3000,
        validity: { kind: 'days', days: 7 },
        stockTotal: 10,
        perMemberLimit: 1,
        openTo: 'nobody',
        ...more,
      },
    });
    expect(made.status).toBe(201);
    return String(made.body['templateId']);
  };

  const listed = async (token: string, ...members: readonly TestMember[]) => {
    const content = ['手机号', ...members.map(({ person }) => person.phone)].join('\n');
    const list = await api.call<{ listId: string }>('POST', '/api/console/audiences/lists', {
      token,
      body: { name: '名单.csv', content },
    });
    expect(list).toMatchObject({ status: 201, body: { members: members.length, unknown: 0 } });
    return { list: { code: list.body.listId, name: '名单.csv' } };
  };

  const wallet = async ({ token }: TestMember): Promise<number> =>
    (await api.call<Items>('GET', '/api/member/coupons?tab=usable', { token })).body.items.length;

  it('is counted, ordered once, run, watched and exported; the member finds coupon and message', async () => {
    const { token } = await staff(api, 'manager');
    const [one, other, outside] = [await member(api), await member(api), await member(api)];
    await database.query('INSERT INTO members_consent (member_id, purpose, version, granted, at, source) VALUES ?', [
      [one, other].map(({ memberId }) => [memberId, 'marketing', 1, 1, api.clock.now(), 'mini-program']),
    ]);
    const [templateId, conditions] = [await coupon(token), await listed(token, one, other)];
    expect(await api.call('POST', '/api/console/audiences/count', { token, body: { conditions } })).toMatchObject({
      status: 200,
      body: { members: 2, sentence: '在名单“名单.csv”里的会员' },
    });
    await database.query('UPDATE coupons_template SET stock_left = 1, stock_total = 1 WHERE id = ?', [templateId]);
    const order = { name: '回访', templateId, conditions };
    const send = (body: object, idempotencyKey = 'order-it-once') =>
      api.call<{ issueId: string }>('POST', '/api/console/bulk-issues', { token, body, idempotencyKey });
    expect(await send(order, 'too-small-a-stock')).toMatchObject({
      status: 409,
      body: { code: 'StockTooSmall', message: '库存只剩 1 张，这次要 2 张，请先加库存或缩小范围' },
    });
    await database.query('UPDATE coupons_template SET stock_left = 9, stock_total = 9 WHERE id = ?', [templateId]);
    const first = await send(order);
    expect(first.status).toBe(201);
    expect((await send(order)).body).toEqual(first.body);
    expect(await send({ ...order, name: '另一次' })).toMatchObject({ status: 422 });
    const path = `/api/console/bulk-issues/${first.body.issueId}`;
    expect(await api.call('GET', path, { token })).toMatchObject({
      status: 200,
      body: { state: 'planned', issued: 0 },
    });
    await api.get(RunIssues).execute();
    expect(await api.call('GET', path, { token })).toMatchObject({
      body: { state: 'done', members: 2, issued: 2, skipped: 0, progressPercent: 100, heldWhy: null, reasons: [] },
    });
    expect([await wallet(one), await wallet(other), await wallet(outside)]).toEqual([1, 1, 0]);
    const notices = await api.call<Items>('GET', '/api/member/notices', { token: one.token });
    expect(notices.body.items).toMatchObject([{ title: '您收到了新的优惠券', link: 'coupons' }]);
    // Once more for the same: all of them have as many as they may.
    const again = await send({ ...order, copies: 1 }, 'order-it-again');
    await api.get(RunIssues).execute();
    const rest = `/api/console/bulk-issues/${again.body.issueId}`;
    expect(await api.call('GET', `${rest}/unissued?limit=1`, { token })).toMatchObject({
      status: 200,
      body: { items: [{ memberNo: one.memberNo, why: '已达到每人限领张数', missing: 1 }], next: 1 },
    });
    const csv = await api.call<string>('GET', `${rest}/unissued.csv`, { token });
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.body.split('\r\n')).toHaveLength(4);
    expect(csv.body).toContain(one.memberNo);
    const list = await api.call<Items>('GET', '/api/console/bulk-issues', { token });
    expect(list.body.items).toMatchObject([
      { issued: 0, skipped: 2 },
      { issued: 2, skipped: 0 },
    ]);
    expect(await api.call('POST', `${path}/cancel`, { token })).toMatchObject({
      status: 409,
      body: { code: 'IssueStateForbids', message: '这次发券已经发完，不能再这样做' },
    });
  });

  it('that is held stands on the list of today, and says in a word why', async () => {
    const { token } = await staff(api, 'manager');
    await member(api);
    const templateId = await coupon(token);
    const order = { name: '端午', templateId, conditions: {} };
    const { body } = await api.call<{ issueId: string }>('POST', '/api/console/bulk-issues', {
      token,
      body: order,
      idempotencyKey: 'held-by-a-pause',
    });
    await api.call('POST', `/api/console/coupons/templates/${templateId}/status`, {
      token,
      body: { status: 'paused' },
    });
    await api.get(RunIssues).execute();
    expect(await api.call('GET', `/api/console/bulk-issues/${body.issueId}`, { token })).toMatchObject({
      body: { state: 'held', heldWhy: '这种券已暂停或结束' },
    });
    const stopped = async () =>
      (
        await api.call<{ todo: { kind: string; count: number }[] }>('GET', '/api/console/today', { token })
      ).body.todo.filter(({ kind }) => kind === 'bulk-issues-stopped');
    expect(await stopped()).toMatchObject([{ count: 1 }]);
    expect(await api.call('POST', `/api/console/bulk-issues/${body.issueId}/cancel`, { token })).toMatchObject({
      status: 200,
      body: { state: 'cancelled', issued: 0, left: 1 },
    });
    expect(await stopped()).toEqual([]);
  });

  it('needs a manager, whoever asks; what cannot be meant is refused', async () => {
    const shopFloor = await staff(api, 'store-manager', [(await store(api)).id]);
    const { token } = await staff(api, 'manager');
    await member(api);
    const templateId = await coupon(token);
    const body = { name: '端午', templateId, conditions: {} };
    const send = (asked: object, more: object = {}) =>
      api.call('POST', '/api/console/bulk-issues', { token, body: asked, idempotencyKey: 'whatever-it-is', ...more });
    expect(await send(body, { token: shopFloor.token })).toMatchObject({ status: 403 });
    expect(await send(body, { token: (await member(api)).token })).toMatchObject({ status: 403 });
    expect(await send(body, { idempotencyKey: undefined })).toMatchObject({ status: 400 });
    expect(await send({ ...body, copies: 21 })).toMatchObject({ status: 400 });
    expect(await send({ ...body, copies: -1 })).toMatchObject({ status: 400 });
    expect(await send({ ...body, conditions: { tiers: [] } })).toMatchObject({ status: 400 });
    expect(await send({ ...body, conditions: { joinedFrom: '2026-02-30' } })).toMatchObject({ status: 400 });
    expect(await send({ ...body, startAt: '2020-01-01T00:00:00Z' })).toMatchObject({
      status: 400,
      body: { message: '发券设置有误：定时要晚于现在' },
    });
    expect(await api.call('GET', '/api/console/bulk-issues/99999', { token })).toMatchObject({ status: 404 });
    expect(await api.call('GET', '/api/console/bulk-issues/99999/unissued.csv', { token })).toMatchObject({
      status: 404,
    });
  });

  it('a coupon that is open to chosen members is seen and claimed by them alone', async () => {
    const { token } = await staff(api, 'manager');
    const [welcome, stranger] = [await member(api), await member(api)];
    const conditions = await listed(token, welcome);
    const kept = await api.call<{ audienceId: string }>('POST', '/api/console/audiences', {
      token,
      body: { conditions },
    });
    expect(kept).toMatchObject({ status: 201, body: { members: 1, name: '在名单“名单.csv”里的会员' } });
    const { audienceId } = kept.body;
    expect(await api.call('GET', `/api/console/audiences/${audienceId}`, { token })).toMatchObject({
      status: 200,
      body: { audienceId, members: 1 },
    });
    const templateId = await coupon(token, { openTo: 'audience', audienceId });
    const claim = (who: TestMember) =>
      api.call('POST', `/api/member/coupons/templates/${templateId}/claims`, {
        token: who.token,
        body: {},
        idempotencyKey: `claim-of-${who.memberId}-x`,
      });
    expect(await claim(stranger)).toMatchObject({ status: 409, body: { code: 'NotInvited' } });
    expect(await claim(welcome)).toMatchObject({ status: 201 });
  });
});
