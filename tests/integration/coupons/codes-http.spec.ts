import { RunCodeBatches } from '@fanloop/coupons';
import { useApiApp } from '../../support/api-app';
import { member, staff, visitor, wechatPerson } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';

describe('unique codes by HTTP', () => {
  const database = usePrivateDatabase();
  const api = useApiApp(database);

  const template = async (token: string): Promise<string> => {
    const body = {
      name: '满 30 减 5',
      benefit: { kind: 'cash', amountFen: 500 },
      thresholdFen: 3000,
      stockTotal: 100,
      perMemberLimit: 5,
      validity: { kind: 'days', days: 7 },
      openTo: 'nobody',
    };
    return String((await api.call('POST', '/api/console/coupons/templates', { token, body })).body['templateId']);
  };

  it('are designed, made, exported, used, looked up and ended', async () => {
    const { token } = await staff(api, 'manager');
    const templateId = await template(token);
    const form = { pattern: 'TEA-#####-#####', charset: 'readable', checked: true };
    const look = await api.call('POST', '/api/console/coupons/code-examples', { token, body: { ...form, count: 200 } });
    expect(look).toMatchObject({ status: 200, body: { isStrong: true, signs: 10, leastSigns: 8 } });
    expect(look.body['sentence']).toMatch(/^够安全：就算试满 100 次，猜中任何一个码的机会也只有 \d+ 亿分之一$/);
    const path = `/api/console/coupons/templates/${templateId}`;
    const ordered = await api.call('POST', `${path}/code-batches`, {
      token,
      body: { ...form, name: '开业贺卡', count: 200 },
      idempotencyKey: 'opening-cards',
    });
    expect(ordered.status).toBe(201);
    const batch = `/api/console/coupons/code-batches/${ordered.body['batchId']}`;
    expect(await api.call('GET', `${batch}/codes.csv`, { token })).toMatchObject({
      body: { code: 'CodeBatchNotReady' },
    });
    await api.get(RunCodeBatches).execute();
    const file = await api.call<string>('GET', `${batch}/codes.csv`, { token });
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    const [header, first, ...rest] = file.body.split('\r\n');
    expect([header, rest.length]).toEqual(['\uFEFF兑换码,状态,使用时间', 200]);
    const code = first!.split(',')[0]!;
    const shopper = await member(api);
    const use = (text: string, key: string, who = shopper.token) =>
      api.call('POST', '/api/member/coupons/codes', { token: who, body: { code: text }, idempotencyKey: key });
    api.clock.advance({ seconds: 5 });
    const used = await use(code.toLowerCase().replaceAll('-', ' '), 'from-the-card');
    expect(used).toMatchObject({ status: 201, body: { templateId, state: 'claimed' } });
    expect((await use(code.toLowerCase().replaceAll('-', ' '), 'from-the-card')).body).toEqual(used.body);
    expect(await use(code, 'once-again')).toMatchObject({ status: 409, body: { code: 'CodeUsedByYou' } });
    expect(await use(`${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`, 'a-slip-of-hand')).toMatchObject({
      status: 400,
      body: { code: 'CodeMistyped', message: '兑换码输错了一位，请对照卡片再看一遍' },
    });
    const { accessToken } = await visitor(api, await wechatPerson(api));
    expect((await use(code, 'a-visitor-tries', accessToken)).status).toBe(403);
    expect(await api.call('POST', '/api/console/coupons/code-lookup', { token, body: { code } })).toMatchObject({
      status: 200,
      body: { isUsed: true, memberId: shopper.memberId },
    });
    expect((await api.call('POST', `${batch}/end`, { token, body: {} })).body).toEqual({ state: 'ended' });
    expect(await api.call('GET', batch, { token })).toMatchObject({ body: { state: 'ended', used: 1, void: 199 } });
  });

  it('leave the house only with the permission, and an import tells its lines before it is kept', async () => {
    const manager = await staff(api, 'manager');
    const reader = await staff(api, 'community-manager');
    const templateId = await template(manager.token);
    const content = 'code\nSHOP-0001\nSHOP-0001\n??\n';
    const seen = await api.call('POST', '/api/console/coupons/code-files', { token: manager.token, body: { content } });
    expect(seen).toMatchObject({
      status: 200,
      body: { codes: 1, faulty: 2, faults: [{ line: 3, fault: 'twice', firstLine: 2 }, { line: 4 }] },
    });
    const taken = await api.call('POST', `/api/console/coupons/templates/${templateId}/code-imports`, {
      token: manager.token,
      body: { name: '印刷厂', content, onFault: 'skip' },
    });
    expect(taken.status).toBe(201);
    await api.get(RunCodeBatches).execute();
    const file = `/api/console/coupons/code-batches/${taken.body['batchId']}/codes.csv`;
    expect((await api.call('GET', file, { token: reader.token })).status).toBe(403);
    const list = await api.call<{ items: unknown[] }>(
      'GET',
      `/api/console/coupons/templates/${templateId}/code-batches`,
      { token: reader.token },
    );
    expect(list.body.items).toMatchObject([{ name: '印刷厂', made: 1, skipped: 2, form: null }]);
  });
});
