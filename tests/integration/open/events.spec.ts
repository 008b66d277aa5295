import { InstallDefaultProgramme } from '@fanloop/loyalty';
import { MembersDoor } from '@fanloop/members';
import { RateLimits, UnitOfWork } from '@fanloop/platform';
import { useApiApp } from '../../support/api-app';
import { member, staff, store, type TestMember, visitor, wechatPerson } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';
import { aReward } from '../loyalty/events-on';
import { aRule } from '../loyalty/loyalty-on';

const NOON = '2026-06-15T04:00:00.000Z';

describe('custom events through the open API', () => {
  const database = usePrivateDatabase();
  const api = useApiApp(database);
  let shopper: TestMember;
  let key: { id: string; secret: string };
  let manager: string;

  beforeEach(async () => {
    api.clock.set(NOON);
    await api.get(InstallDefaultProgramme).execute({
      rules: [
        aRule,
        aReward('custom', 25, { name: '参加问答', customEvent: 'quiz-passed', condition: atLeast('event.score', 80) }),
        aReward('custom', 0, {
          name: '外卖积分',
          customEvent: 'takeaway',
          effect: { kind: 'points-per-amount', points: 1, perFen: 100, wholeSteps: false, rounding: 'down' },
        }),
      ],
    });
    shopper = await member(api);
    await api.drain();
    manager = (await staff(api, 'manager')).token;
    key = await makeKey();
  });
  const atLeast = (name: string, value: number) => ({ '>=': [{ var: name }, value] });
  const makeKey = async (name = '问答小程序') => {
    const body = { name, scopes: ['events.write'] };
    const made = await api.call<{ id: string; secret: string }>('POST', '/api/console/api-keys', {
      token: manager,
      body,
    });
    expect(made.status).toBe(201);
    return made.body;
  };
  const anEvent = (change: object = {}) => ({
    eventId: 'quiz-0001',
    name: 'quiz-passed',
    memberNo: shopper.memberNo,
    properties: { score: 92, level: '高级' },
    ...change,
  });
  const send = (body: unknown, token = key.secret) => api.call('POST', '/api/open/events', { token, body });
  const available = async () =>
    (await database.query<{ available: number }>('SELECT available FROM loyalty_points_account'))[0]?.available ?? 0;

  it('is judged at once, and answers what it gave, the same again and again', async () => {
    const first = await send(anEvent());
    expect(first).toMatchObject({
      status: 202,
      body: {
        reference: `custom:${key.id}:quiz-0001`,
        points: 25,
        pending: 0,
        why: ['参加问答：+25 分'],
        rewards: [],
      },
    });
    expect(await send(anEvent())).toMatchObject({ status: 202, body: first.body });
    const parallel = await Promise.all([1, 2, 3, 4].map(() => send(anEvent({ eventId: 'quiz-0002' }))));
    expect(parallel.map(({ status, body }) => [status, body['points']])).toEqual(Array(4).fill([202, 25]));
    expect(await available()).toBe(50);
    const other = await send(anEvent({ properties: { score: 100 } }));
    expect(other).toMatchObject({ status: 422, body: { code: 'IdempotencyKeyReused' } });
    const another = await makeKey('另一个系统');
    expect(await send(anEvent(), another.secret)).toMatchObject({ status: 202, body: { points: 25 } });
  });

  it('amounts, conditions and events that no rule waits for', async () => {
    expect((await send(anEvent({ properties: { score: 79 } }))).body).toMatchObject({ points: 0, why: [] });
    const meal = { eventId: 'meal-0001', name: 'takeaway', amountFen: 3850, properties: {} };
    expect((await send(anEvent(meal))).body).toMatchObject({ points: 38, why: ['每消费 ¥1 得 1 分：¥38.50 → 38 分'] });
    const unknown = await send(anEvent({ eventId: 'odd-00001', name: 'Nobody.waits' }));
    expect(unknown).toMatchObject({ status: 202, body: { points: 0 } });
    expect(await available()).toBe(38);
  });

  it('happens when it says: in the past at that time, never in the future', async () => {
    const at = '2026-06-14T15:30:00+08:00';
    expect((await send(anEvent({ at }))).status).toBe(202);
    const [entry] = await database.query<{ at: Date }>('SELECT at FROM loyalty_entry');
    expect(entry!.at).toEqual(new Date(at));
    expect(await send(anEvent({ eventId: 'quiz-0002', at: '2026-06-15T04:02:00.000Z' }))).toMatchObject({
      status: 400,
      body: { code: 'EventInFuture' },
    });
    const ahead = await send(anEvent({ eventId: 'quiz-0003', at: '2026-06-15T04:00:30.000Z' }));
    expect(ahead.status).toBe(202);
    const [last] = await database.query<{ at: Date }>('SELECT at FROM loyalty_entry ORDER BY id DESC LIMIT 1');
    expect(last!.at).toEqual(new Date(NOON));
  });

  it('finds members by number or by an identity of another system, and nobody who has left', async () => {
    const unknown = await send(anEvent({ memberNo: '000000000000' }));
    expect([400, 404]).toContain(unknown.status);
    const identity = { kind: 'pos-card', value: 'K-77' };
    const byCard = { eventId: 'quiz-0009', memberNo: undefined, identity };
    expect(await send(anEvent(byCard))).toMatchObject({ status: 404, body: { code: 'MemberNotFound' } });
    const [imported] = await api
      .get(UnitOfWork)
      .run((tx) =>
        api
          .get(MembersDoor)
          .importMany(tx, [
            { externalKey: 'K-77', kind: 'pos-card', nickname: '老茶客', joinedAt: new Date('2024-01-01T00:00:00Z') },
          ]),
      );
    expect(await send(anEvent(byCard))).toMatchObject({ status: 202, body: { points: 25 } });
    const paid = await database.query("SELECT member_id FROM loyalty_entry WHERE reference LIKE 'custom:%'");
    expect(paid).toEqual([{ member_id: imported }]);
    await api.call('POST', '/api/member/me/closure', {
      token: shopper.token,
      body: { confirm: true },
      idempotencyKey: 'closing-0001',
    });
    expect(await send(anEvent())).toMatchObject({ status: 404, body: { code: 'MemberNotFound' } });
  });

  it.each([
    ['no id', { eventId: undefined }],
    ['an odd id', { eventId: 'a b' }],
    ['an odd name', { name: "x'; DROP TABLE" }],
    ['neither member nor identity', { memberNo: undefined }],
    ['both', { identity: { kind: 'pos-card', value: '1' } }],
    ['a phone number', { memberNo: undefined, identity: { kind: 'phone', value: '13900000000' } }],
    ['a negative amount', { amountFen: -1 }],
    ['half a fen', { amountFen: 0.5 }],
    ['a huge amount', { amountFen: 1e18 }],
    ['nested properties', { properties: { a: { b: 1 } } }],
    ['too many properties', { properties: Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`p${i}`, i])) }],
    ['a property for another field', { properties: { amountFen: 5 } }],
    ['a property of the prototype', { properties: JSON.parse('{"__proto__": 1}') }],
    ['a long text', { properties: { note: '茶'.repeat(201) } }],
    ['a field that is not known', { memberId: '1' }],
    ['no time', { at: 'yesterday' }],
    ['the year 1', { at: '0001-01-01T00:00:00Z' }],
  ])('refuses %s', async (_, change) => {
    expect(await send(anEvent(change))).toMatchObject({ status: 400, body: { code: 'InvalidInput' } });
    expect(await database.query('SELECT id FROM loyalty_entry')).toEqual([]);
  });

  it('S8 only a key opens it, and a key opens nothing else', async () => {
    const { accessToken } = await visitor(api, await wechatPerson(api));
    for (const token of [undefined, shopper.token, manager, accessToken, `${key.secret}x`, 'flk_x'])
      expect((await api.call('POST', '/api/open/events', { token, body: anEvent() })).status).toBe(401);
    for (const path of ['/api/member/me', '/api/console/today', '/api/clerk/me'])
      expect((await api.call('GET', path, { token: key.secret })).status).toBe(401);
  });

  it('S3 a revoked key is out from the next request on; revoking twice is once', async () => {
    expect((await send(anEvent())).status).toBe(202);
    const revoke = () => api.call('POST', `/api/console/api-keys/${key.id}/revocation`, { token: manager });
    expect([(await revoke()).status, (await revoke()).status]).toEqual([204, 204]);
    expect(await send(anEvent({ eventId: 'quiz-0002' }))).toMatchObject({
      status: 401,
      body: { code: 'SessionInvalid' },
    });
    const audit = await database.query(
      "SELECT action FROM platform_audit WHERE action LIKE 'platform.api-key%' ORDER BY id",
    );
    expect(audit).toEqual([{ action: 'platform.api-key-created' }, { action: 'platform.api-key-revoked' }]);
  });

  it('S9 wrong keys of one address and requests of one key are limited', async () => {
    const wrong = [];
    for (let i = 0; i < 22; i += 1) wrong.push((await send(anEvent(), `flk_AAAAAAAAAAAA_${'x'.repeat(43)}`)).status);
    expect(wrong.slice(0, 20)).toEqual(Array(20).fill(401));
    expect(wrong.slice(20)).toEqual([429, 429]);
    expect((await send(anEvent())).status).toBe(202);
    const limit = { name: 'open-requests', points: 1200, windowSeconds: 60 };
    for (let i = 0; i < 1199; i += 1) await api.get(RateLimits).consume(limit, key.id);
    const late = await send(anEvent());
    expect(late).toMatchObject({ status: 429, body: { code: 'TooManyTries' } });
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('S10 the secret is shown once: neither the list nor the database holds it', async () => {
    await send(anEvent());
    const list = await api.call<{ items: object[] }>('GET', '/api/console/api-keys', { token: manager });
    expect(list.body.items).toMatchObject([
      {
        name: '问答小程序',
        scopes: ['events.write'],
        revokedAt: null,
        lastUsedAt: NOON,
        createdBy: expect.stringMatching(/^staff:/),
      },
    ]);
    const rows = JSON.stringify([
      list.body,
      await database.query('SELECT * FROM platform_api_key'),
      await database.query('SELECT * FROM platform_audit'),
    ]);
    expect(rows).not.toContain(key.secret.slice(17));
  });

  it('S8 keys are the owner’s and the manager’s business', async () => {
    const community = await staff(api, 'community-manager');
    const clerk = await staff(api, 'store-manager', [(await store(api)).id]);
    for (const { token } of [community, clerk])
      expect((await api.call('GET', '/api/console/api-keys', { token })).status).toBe(403);
    const owner = await staff(api, 'owner');
    expect((await api.call('GET', '/api/console/api-keys', { token: owner.token })).status).toBe(200);
    const odd = { name: ' ', scopes: ['events.write'] };
    const call = (body: object) => api.call('POST', '/api/console/api-keys', { token: owner.token, body });
    expect((await call(odd)).status).toBe(400);
    expect((await call({ name: 'x', scopes: ['everything'] })).status).toBe(400);
    expect((await call({ name: 'x', scopes: [] })).status).toBe(400);
  });
});
