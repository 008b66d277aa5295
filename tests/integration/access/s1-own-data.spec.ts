import { useApiApp } from '../../support/api-app';
import { member, staff, store, visitor, wechatPerson } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';

describe('S1 a member and another member’s data', () => {
  const db = usePrivateDatabase();
  const api = useApiApp(db);

  it('S1 whose data it is comes from the session: an id in the request changes nothing', async () => {
    const [me, other] = [await member(api), await member(api)];
    for (const path of ['/api/member/me', '/api/member/me/export', '/api/member/me/code'])
      for (const trick of [`?memberId=${other.memberId}`, `?id=${other.memberId}`, `?memberNo=${other.memberNo}`]) {
        const answer = await api.call('GET', `${path}${trick}`, { token: me.token });
        expect(answer.status).toBe(200);
        expect(JSON.stringify(answer.body)).not.toContain(other.memberNo);
      }
    const body = { nickname: '改名', memberId: other.memberId, memberNo: other.memberNo, id: other.memberId };
    await api.call('PATCH', '/api/member/me', { token: me.token, body });
    const untouched = await api.call('GET', '/api/member/me', { token: other.token });
    expect(untouched.body).not.toMatchObject({ nickname: '改名' });
  });

  it('S1 a member does not get through any door of the staff', async () => {
    const [me, other] = [await member(api), await member(api)];
    for (const [method, path, body] of [
      ['GET', '/api/console/members'],
      ['GET', `/api/console/members/${other.memberId}`],
      ['GET', `/api/console/members/${other.memberId}/phone`],
      ['GET', '/api/console/me'],
      ['GET', '/api/console/audit'],
      ['GET', '/api/console/staff'],
      ['POST', '/api/console/staff', { name: 'x', role: 'owner' }],
      ['GET', '/api/clerk/me'],
    ] as const) {
      const answer = await api.call(method, path, { token: me.token, body });
      expect([path, answer.status, answer.body['code']]).toEqual([
        path,
        403,
        path.includes('clerk') ? 'NotStaff' : 'OtherAudience',
      ]);
    }
  });

  it('S1 a visitor has no member’s data, and staff of the console is no member', async () => {
    const { accessToken } = await visitor(api, await wechatPerson(api));
    await store(api);
    const owner = await staff(api, 'owner');
    for (const path of ['/api/member/me', '/api/member/me/code', '/api/member/me/export']) {
      expect((await api.call('GET', path, { token: accessToken })).body).toMatchObject({ code: 'NotEnrolled' });
      expect((await api.call('GET', path, { token: owner.token })).body).toMatchObject({ code: 'OtherAudience' });
    }
    expect((await api.call('GET', '/api/member/stores', { token: accessToken })).status).toBe(200);
  });

  it('S1 a refresh token of one audience opens no session of the other', async () => {
    const me = await member(api);
    const owner = await staff(api, 'owner');
    for (const [path, refreshToken] of [
      ['/api/console/session/refresh', me.refreshToken],
      ['/api/member/session/refresh', owner.refreshToken],
    ] as const)
      expect(await api.call('POST', path, { body: { refreshToken } })).toMatchObject({ status: 401 });
  });

  it('an access token is no refresh token, and the other way round', async () => {
    const me = await member(api);
    expect((await api.call('GET', '/api/member/me', { token: me.refreshToken })).status).toBe(401);
    const answer = await api.call('POST', '/api/member/session/refresh', { body: { refreshToken: me.token } });
    expect(answer.status).toBe(401);
  });
});
