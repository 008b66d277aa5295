import { systemActor } from '@fanloop/kernel';
import { RevokeStaff } from '@fanloop/organization';
import { ModulesContainer } from '@nestjs/core';
import { routesOf } from '../../../apps/api/src/auth';
import { useApiApp } from '../../support/api-app';
import {
  member,
  PASSWORD,
  phoneCode,
  REQUIRED_CONSENT,
  staff,
  store,
  visitor,
  wechatPerson,
} from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';

describe('the edge', () => {
  const db = usePrivateDatabase();
  const api = useApiApp(db);
  const logIn = (login: string, password: string, address = '203.0.113.1') =>
    api.call('POST', '/api/console/session', {
      body: { login, password },
      headers: { 'x-forwarded-for': address },
    });

  it('S8 every route but the public ones answers 401 without a session, and with a made-up one', async () => {
    const routes = routesOf(api.get(ModulesContainer)).filter(({ access }) => access?.audience !== 'public');
    expect(routes.length).toBeGreaterThan(20);
    for (const { method, path } of routes) {
      const url = `/api${path.replace(/:\w+/g, '1')}`;
      for (const token of [undefined, 'x'.repeat(43), "' OR 1=1 --"]) {
        const answer = await api.call(method, url, { token, body: method === 'GET' ? undefined : {} });
        expect([method, url, answer.status]).toEqual([method, url, 401]);
        expect(['SessionInvalid', 'SessionExpired']).toContain(answer.body['code']);
      }
    }
  });

  it('S9 five wrong passwords close a login for a quarter of an hour, the right one included', async () => {
    const { login } = await staff(api, 'manager');
    const tries = await Promise.all(Array.from({ length: 12 }, (_, i) => logIn(login, `wrong ${i}`, `203.0.113.${i}`)));
    const codes = tries.map(({ body }) => body['code']);
    expect(codes.filter((code) => code === 'LogInRefused')).toHaveLength(5);
    expect(codes.filter((code) => code === 'TooManyTries')).toHaveLength(7);
    const right = await logIn(login, PASSWORD);
    expect(right).toMatchObject({ status: 429, body: { details: { retryAfterSeconds: expect.any(Number) } } });
    expect(Number(right.headers['retry-after'])).toBeGreaterThan(600);
  });

  it('S9 twenty wrong passwords close an address, whatever the logins', async () => {
    const { login } = await staff(api, 'manager');
    for (let i = 0; i < 20; i += 1) await logIn(`nobody-${i}`, 'wrong', '203.0.113.99');
    expect((await logIn(login, PASSWORD, '203.0.113.99')).status).toBe(429);
    expect((await logIn(login, PASSWORD, '203.0.113.98')).status).toBe(201);
  });

  it('S9 right passwords cost no tries: a whole office may log in from one address', async () => {
    const { login } = await staff(api, 'manager');
    for (let i = 0; i < 25; i += 1) expect((await logIn(login, PASSWORD)).status).toBe(201);
  });

  it('S9 an unknown login, a wrong password and a revoked account answer alike, after the same work', async () => {
    const [known, gone] = [await staff(api, 'manager'), await staff(api, 'manager')];
    await api.get(RevokeStaff).execute({ actor: systemActor('test'), staffId: gone.staffId });
    await logIn('warm-up', 'wrong');
    const argon2 = jest.requireActual<typeof import('@node-rs/argon2')>('@node-rs/argon2');
    const work = jest.spyOn(argon2, 'verify');
    const answers: unknown[] = [];
    for (const login of [known.login, gone.login, 'nobody']) {
      const { status, body } = await logIn(login, 'wrong password');
      answers.push({ status, body });
    }
    const hashes = work.mock.calls.map(([stored]) => String(stored).split('$').slice(0, 4).join('$'));
    work.mockRestore();
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'LogInRefused' } });
    // One look at one hash of the same cost each, whether there is an account or not.
    expect(hashes).toHaveLength(3);
    expect(new Set(hashes).size).toBe(1);
  });

  it('S9 invitations, phone codes and log-in codes cannot be guessed without end', async () => {
    const { accessToken: token } = await visitor(api, await wechatPerson(api));
    const count = async (times: number, call: () => Promise<{ body: Record<string, unknown> }>) => {
      const codes: unknown[] = [];
      for (let i = 0; i < times; i += 1) codes.push((await call()).body['code']);
      return codes.filter((code) => code === 'TooManyTries').length;
    };
    const bind = () => api.call('POST', '/api/clerk/binding', { token, body: { invitationCode: 'ABCDEFGH22' } });
    expect(await count(15, bind)).toBe(5);
    const body = { phoneCode: 'guess', consents: REQUIRED_CONSENT };
    expect(await count(15, () => api.call('POST', '/api/member/enrolment', { token, body }))).toBe(5);
    expect(await count(65, () => api.call('POST', '/api/member/session', { body: { code: 'guess' } }))).toBeGreaterThan(
      4,
    );
  });

  it('S10 errors tell no phone number, no code, no password and no stack', async () => {
    const me = await member(api, { phone: '13955556666' });
    const code = await phoneCode(api, me.person);
    const answers = [
      await api.call('POST', '/api/member/enrolment', { token: me.token, body: { phoneCode: code, consents: 'no' } }),
      await api.call('POST', '/api/console/session', { body: { login: 'lin', password: { secret: 'pa55' } } }),
      await api.call('POST', '/api/console/session', {
        body: '{"login": "lin", "password": "pa55',
        headers: { 'content-type': 'application/json' },
      }),
      await api.call('PATCH', '/api/member/me', { token: me.token, body: { birthday: '13955556666' } }),
      await api.call('GET', '/api/member/nowhere?phone=13955556666', { token: me.token }),
    ];
    for (const answer of answers) {
      const text = JSON.stringify(answer.body);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(Object.keys(answer.body).sort()).toEqual(['code', 'details', 'message']);
      for (const secret of ['13955556666', 'pa55', code, me.token, 'node_modules', 'at Object'])
        expect(text).not.toContain(secret);
    }
  });

  it('S10 a list shows phone numbers masked, and who looks at a whole one is written down', async () => {
    await store(api);
    const me = await member(api, { phone: '13955557777' });
    const owner = await staff(api, 'owner');
    for (const path of ['/api/console/members', `/api/console/members/${me.memberId}`])
      expect(JSON.stringify((await api.call('GET', path, { token: owner.token })).body)).not.toContain('13955557777');
    const path = `/api/console/members/${me.memberId}/phone`;
    expect((await api.call('GET', path, { token: owner.token })).body).toEqual({ phone: '13955557777' });
    const audit = await api.call<{ items: unknown[] }>('GET', `/api/console/audit?subject=member:${me.memberId}`, {
      token: owner.token,
    });
    expect(audit.body.items).toEqual([
      expect.objectContaining({ action: 'members.phone-revealed', actor: `staff:${owner.staffId}` }),
    ]);
    expect(JSON.stringify(audit.body)).not.toContain('13955557777');
  });

  it('S10 the tables hold no phone number, password, token or invitation in the clear', async () => {
    const me = await member(api, { phone: '13955558888' });
    const owner = await staff(api, 'owner');
    const invitation = await api.call<{ code: string }>('POST', `/api/console/staff/${owner.staffId}/invitations`, {
      token: owner.token,
    });
    const secrets = ['13955558888', PASSWORD, me.token, me.refreshToken, owner.token, invitation.body.code];
    const tables = await db.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
    );
    for (const { name } of tables) {
      const text = JSON.stringify(await db.query(`SELECT * FROM \`${name}\``));
      for (const secret of secrets) expect([name, text.includes(secret)]).toEqual([name, false]);
    }
  });
});
