import { assertAllowed, OrganizationDoor, type Permission, ROLES } from '@fanloop/organization';
import { useApiApp } from '../../support/api-app';
import { clerk, PASSWORD, staff, store, visitor } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';

describe('staff and its reach', () => {
  const db = usePrivateDatabase();
  const api = useApiApp(db);
  const revoke = (token: string, staffId: string) =>
    api.call('POST', `/api/console/staff/${staffId}/revocation`, { token });

  it('S2 a clerk acts in the stores of his own, wherever the store’s id comes from', async () => {
    const [mine, other] = [await store(api), await store(api)];
    const { staffId } = await clerk(api, [mine.id]);
    const organization = api.get(OrganizationDoor);
    type Check = (permission: Permission, storeId: string) => Promise<void>;
    await provesAbsent<Check>({
      scenario: async (check) => {
        const reached: string[] = [];
        const tried = [other.id, `${mine.id} OR 1=1`, '0', '', `${mine.id}0`];
        for (const storeId of tried)
          await check('purchases.record', storeId).then(
            () => reached.push(`a clerk of ${mine.id} records in store "${storeId}"`),
            () => undefined,
          );
        await check('purchases.record', mine.id).catch(() => reached.push('not even in the own store'));
        return reached;
      },
      sound: () => (permission, storeId) => organization.assertMay(staffId, permission, storeId),
      broken: () => (permission) => organization.assertMay(staffId, permission),
    });
    await expect(organization.assertMay(staffId, 'purchases.record', other.id)).rejects.toMatchObject({
      code: 'OtherStore',
    });
    await expect(organization.assertMay(staffId, 'points.adjust', mine.id)).rejects.toMatchObject({
      code: 'PermissionMissing',
    });
  });

  it('S2 a scope that was read with the request is judged alike', () => {
    const scope = { role: 'clerk', storeIds: ['7'] } as const;
    expect(() => assertAllowed(scope, 'purchases.record', '7')).not.toThrow();
    expect(() => assertAllowed(scope, 'purchases.record', '8')).toThrow('OtherStore');
  });

  it('S2 a clerk moved to another store acts there from the next request on, and no more in the old one', async () => {
    const [before, after] = [await store(api), await store(api)];
    const owner = await staff(api, 'owner');
    const { staffId, token } = await clerk(api, [before.id]);
    const body = { name: '店员', role: 'clerk', storeIds: [after.id] };
    await api.call('PUT', `/api/console/staff/${staffId}`, { token: owner.token, body });
    const me = await api.call<{ stores: { id: string }[] }>('GET', '/api/clerk/me', { token });
    expect(me.body.stores.map(({ id }) => id)).toEqual([after.id]);
    await expect(api.get(OrganizationDoor).assertMay(staffId, 'purchases.record', before.id)).rejects.toThrow(
      'OtherStore',
    );
  });

  it('S2 every role meets 403 where its permissions end', async () => {
    const shop = await store(api);
    const doors: Partial<Record<Permission, [string, string]>> = {
      'staff.read': ['GET', '/api/console/staff'],
      'stores.read': ['GET', '/api/console/stores'],
      'members.read': ['GET', '/api/console/members'],
      'audit.read': ['GET', '/api/console/audit'],
      'stores.write': ['POST', '/api/console/stores'],
      'staff.write': ['POST', '/api/console/staff'],
    };
    for (const role of ROLES) {
      const { token } = await staff(api, role, [shop.id]);
      const me = await api.call<{ permissions: Permission[] }>('GET', '/api/console/me', { token });
      for (const [permission, [method, path]] of Object.entries(doors)) {
        const answer = await api.call(method, path, { token, body: method === 'POST' ? {} : undefined });
        const held = me.body.permissions.includes(permission as Permission);
        expect([role, path, answer.status !== 403]).toEqual([role, path, held]);
      }
    }
  });

  it('S3 a revoked manager is out at his next request, by access and by refresh token', async () => {
    const owner = await staff(api, 'owner');
    const manager = await staff(api, 'manager');
    expect((await api.call('GET', '/api/console/me', { token: manager.token })).status).toBe(200);
    expect((await revoke(owner.token, manager.staffId)).status).toBe(204);
    expect(await api.call('GET', '/api/console/me', { token: manager.token })).toMatchObject({
      status: 401,
      body: { code: 'SessionInvalid' },
    });
    const { refreshToken } = manager;
    expect((await api.call('POST', '/api/console/session/refresh', { body: { refreshToken } })).status).toBe(401);
    const body = { login: manager.login, password: PASSWORD };
    expect(await api.call('POST', '/api/console/session', { body })).toMatchObject({ body: { code: 'LogInRefused' } });
  });

  it('S3 a revoked clerk loses the WeChat session and the binding', async () => {
    const shop = await store(api);
    const owner = await staff(api, 'owner');
    const { staffId, token, refreshToken, person } = await clerk(api, [shop.id]);
    await revoke(owner.token, staffId);
    expect((await api.call('GET', '/api/clerk/me', { token })).status).toBe(401);
    expect((await api.call('POST', '/api/member/session/refresh', { body: { refreshToken } })).status).toBe(401);
    const again = await visitor(api, person);
    expect(await api.call('GET', '/api/clerk/me', { token: again.accessToken })).toMatchObject({
      body: { code: 'NotStaff' },
    });
    await expect(api.get(OrganizationDoor).assertMay(staffId, 'purchases.record', shop.id)).rejects.toMatchObject({
      code: 'PermissionMissing',
    });
  });

  it('S3 is noticed by this test: a variant that only marks the account leaves the session open', async () => {
    type Revoke = (ownerToken: string, staffId: string) => Promise<unknown>;
    await provesAbsent<Revoke>({
      scenario: async (end) => {
        const [owner, manager] = [await staff(api, 'owner'), await staff(api, 'manager')];
        await end(owner.token, manager.staffId);
        const rows = await db.query(
          'SELECT id FROM platform_session WHERE subject = ? AND audience = ? AND revoked_at IS NULL',
          [manager.staffId, 'staff'],
        );
        return rows.map(() => 'a session of revoked staff is open');
      },
      sound: () => revoke,
      broken: () => (_, staffId) =>
        db.query("UPDATE organization_staff SET status = 'revoked' WHERE id = ?", [staffId]),
      reset: () => db.truncateAll(),
    });
  });

  it('S3 a changed password ends the other sessions, and keeps this one', async () => {
    const manager = await staff(api, 'manager');
    const elsewhere = await api.call<{ tokens: { accessToken: string } }>('POST', '/api/console/session', {
      body: { login: manager.login, password: PASSWORD },
    });
    const next = 'another long password';
    const changed = await api.call('POST', '/api/console/me/password', {
      token: manager.token,
      body: { current: PASSWORD, next },
    });
    expect(changed.status).toBe(204);
    expect((await api.call('GET', '/api/console/me', { token: manager.token })).status).toBe(200);
    expect((await api.call('GET', '/api/console/me', { token: elsewhere.body.tokens.accessToken })).status).toBe(401);
  });

  it('a temporary password opens nothing but its own change', async () => {
    const owner = await staff(api, 'owner');
    const manager = await staff(api, 'manager');
    const reset = await api.call<{ temporaryPassword: string }>(
      'POST',
      `/api/console/staff/${manager.staffId}/password-reset`,
      { token: owner.token },
    );
    const current = reset.body.temporaryPassword;
    const body = { login: manager.login, password: current };
    const session = await api.call<{ tokens: { accessToken: string } }>('POST', '/api/console/session', { body });
    expect(session.body).toMatchObject({ staff: { mustChangePassword: true } });
    const token = session.body.tokens.accessToken;
    expect(await api.call('GET', '/api/console/members', { token })).toMatchObject({
      status: 403,
      body: { code: 'PasswordMustChange' },
    });
    const next = 'a password of my own';
    await api.call('POST', '/api/console/me/password', { token, body: { current, next } });
    expect((await api.call('GET', '/api/console/members', { token })).status).toBe(200);
  });
});
