import { systemActor } from '@fanloop/kernel';
import { AddStaff, BindWechatIdentity, InviteStaff, RevokeStaff } from '@fanloop/organization';
import { FieldCipher, type Tx } from '@fanloop/platform';
import { InvitationRepository } from '../../../libs/organization/src/store/invitation.repository';
import { useApiApp } from '../../support/api-app';
import { staff, store } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';

const TEST = systemActor('test');

/** Reads whether the code is free and marks it afterwards. */
class LookThenMark extends InvitationRepository {
  override async use(tx: Tx, code: string, at: Date): Promise<string> {
    const [free] = await tx.query<{ staffId: string }>(
      'SELECT CAST(staff_id AS CHAR) AS staffId FROM organization_invitation WHERE used_at IS NULL AND code_hash = ?',
      [
        new FieldCipher({ fieldKey: 'a'.repeat(64), blindIndexKey: 'b'.repeat(64) }).blindIndex(
          code,
          'organization_invitation.code',
        ),
      ],
    );
    if (!free) return super.use(tx, code, at);
    await tx.execute('UPDATE organization_invitation SET used_at = ? WHERE staff_id = ?', [at, free.staffId]);
    return free.staffId;
  }
}

describe('staff', () => {
  const db = usePrivateDatabase();
  const api = useApiApp(db);

  const invited = async () => {
    const shop = await store(api);
    const added = { actor: TEST, name: '小店员', role: 'clerk', storeIds: [shop.id], login: null } as const;
    const { staffId } = await api.get(AddStaff).execute(added);
    return { staffId, ...(await api.get(InviteStaff).execute({ actor: TEST, staffId })) };
  };
  const bind = (code: string, identityId: string) =>
    api.get(BindWechatIdentity).execute({ code, identityId, ip: '127.0.0.1' });

  it('S9 an invitation binds one WeChat identity, within a day, and not after a newer one', async () => {
    const first = await invited();
    const second = await api.get(InviteStaff).execute({ actor: TEST, staffId: first.staffId });
    await expect(bind(first.code, '901')).rejects.toMatchObject({ code: 'InvitationInvalid' });
    api.clock.advance({ hours: 24 });
    await expect(bind(second.code, '901')).rejects.toMatchObject({ code: 'InvitationInvalid' });
    const third = await api.get(InviteStaff).execute({ actor: TEST, staffId: first.staffId });
    const typed = `${third.code.slice(0, 5)} ${third.code.slice(5).toLowerCase()}`;
    expect(await bind(typed, '901')).toEqual({ staffId: first.staffId });
    await expect(bind(third.code, '902')).rejects.toMatchObject({ code: 'InvitationInvalid' });
  });

  it('S9 one invitation used by two people at the same moment binds one of them', async () => {
    const binder = api.get(BindWechatIdentity) as unknown as { binding: { invitations: InvitationRepository } };
    const sound = binder.binding.invitations;
    let round = 0;
    await provesAbsent<InvitationRepository>({
      scenario: async (invitations) => {
        binder.binding.invitations = invitations;
        const codes = await Promise.all(Array.from({ length: 4 }, invited));
        round += 1;
        const bound = await Promise.all(
          codes.map(async ({ code }, c) => {
            const tries = Array.from({ length: 4 }, (_, i) => bind(code, `${round * 1000 + c * 10 + i}`));
            return (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled').length;
          }),
        ).finally(() => {
          binder.binding.invitations = sound;
        });
        return bound.filter((times) => times !== 1).map((times) => `one invitation bound ${times} people`);
      },
      sound: () => sound,
      broken: () => new LookThenMark(api.get(FieldCipher)),
      reset: () => db.truncateAll(),
    });
  });

  it('S3 a binding and a revocation at the same moment leave no bound, revoked clerk', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { staffId, code } = await invited();
      await Promise.allSettled([bind(code, `${5000 + round}`), api.get(RevokeStaff).execute({ actor: TEST, staffId })]);
      const [row] = await db.query('SELECT status, wechat_identity_id FROM organization_staff WHERE id = ?', [staffId]);
      expect(row).toEqual({ status: 'revoked', wechat_identity_id: null });
    }
  });

  it('one WeChat identity works for one staff member', async () => {
    const [a, b] = [await invited(), await invited()];
    await bind(a.code, '77');
    await expect(bind(b.code, '77')).rejects.toMatchObject({ code: 'IdentityBoundElsewhere' });
    expect(await bind(b.code, '78')).toEqual({ staffId: b.staffId });
  });

  it('the last owner stays, also when two owners leave at the same moment', async () => {
    const [a, b] = [await staff(api, 'owner'), await staff(api, 'owner')];
    const leaving = await Promise.allSettled(
      [a, b].map(({ staffId }) => api.get(RevokeStaff).execute({ actor: TEST, staffId })),
    );
    expect(leaving.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(leaving.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'LastOwner' } });
  });

  it('a manager makes clerks but neither owners nor managers, and changes none of them', async () => {
    const shop = await store(api);
    const [owner, manager] = [await staff(api, 'owner'), await staff(api, 'manager')];
    const add = (role: string) =>
      api.call('POST', '/api/console/staff', {
        token: manager.token,
        body: { name: '新人', role, storeIds: [shop.id], login: `new-${role}` },
      });
    expect(await add('clerk')).toMatchObject({
      status: 201,
      body: { temporaryPassword: expect.stringMatching(/^\w{12}$/) },
    });
    for (const role of ['owner', 'manager'])
      expect(await add(role)).toMatchObject({ body: { code: 'StaffOutOfReach' } });
    for (const path of ['revocation', 'password-reset', 'invitations'])
      expect(
        await api.call('POST', `/api/console/staff/${owner.staffId}/${path}`, { token: manager.token }),
      ).toMatchObject({ body: { code: 'StaffOutOfReach' } });
  });

  it('a login is taken once, whatever its case', async () => {
    const first = await staff(api, 'manager');
    const again = { actor: TEST, name: 'x', role: 'manager', storeIds: [], login: first.login.toUpperCase() } as const;
    await expect(api.get(AddStaff).execute(again)).rejects.toMatchObject({ code: 'LoginTaken' });
  });

  it('a store that is not there is refused', async () => {
    const wrong = { actor: TEST, name: 'x', role: 'clerk', storeIds: ['999999'], login: null } as const;
    await expect(api.get(AddStaff).execute(wrong)).rejects.toMatchObject({ code: 'StoreNotFound' });
  });

  it('a store manager sees the staff of his own stores only', async () => {
    const [mine, other] = [await store(api), await store(api)];
    const manager = await staff(api, 'store-manager', [mine.id]);
    await staff(api, 'clerk', [other.id]);
    const list = await api.call<{ items: { staffId: string }[] }>('GET', '/api/console/staff', {
      token: manager.token,
    });
    expect(list.body.items.map(({ staffId }) => staffId)).toEqual([manager.staffId]);
  });
});
