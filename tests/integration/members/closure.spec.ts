import { MembersDoor } from '@fanloop/members';
import { useApiApp } from '../../support/api-app';
import { clerk, member, staff, store, visitor } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';

describe('the rights of a member over his data', () => {
  const db = usePrivateDatabase();
  const api = useApiApp(db);
  const close = (token: string, key = 'closure-0001') =>
    api.call<{ receiptNo: string; closedAt: string }>('POST', '/api/member/me/closure', {
      token,
      idempotencyKey: key,
      body: { confirm: true },
    });

  it('exports everything that is stored, as a file', async () => {
    const me = await member(api, { phone: '13912345678' });
    await api.call('PATCH', '/api/member/me', { token: me.token, body: { birthday: '1991-02-03' } });
    const answer = await api.call('GET', '/api/member/me/export', { token: me.token });
    expect(answer.headers['content-disposition']).toContain('attachment');
    expect(answer.body).toMatchObject({
      format: 'fanloop.personal-data.v1',
      members: {
        profile: { memberNo: me.memberNo, birthday: '1991-02-03' },
        identities: expect.arrayContaining([expect.objectContaining({ kind: 'phone', value: '13912345678' })]),
        consents: [expect.objectContaining({ purpose: 'membership', granted: true, source: 'mini-program' })],
      },
    });
  });

  it('T15 a closed account keeps nothing of the person, and its sessions end at once', async () => {
    const me = await member(api, { phone: '13912345679', nickname: '阿闭' });
    await api.call('PATCH', '/api/member/me', {
      token: me.token,
      body: { birthday: '1991-02-03', gender: 'female', avatarUrl: 'https://example.com/a.png' },
    });
    const receipt = await close(me.token);
    expect(receipt).toMatchObject({ status: 201, body: { receiptNo: expect.stringMatching(/^\w{16}$/) } });

    expect((await api.call('GET', '/api/member/me', { token: me.token })).status).toBe(401);
    const refreshed = await api.call('POST', '/api/member/session/refresh', {
      body: { refreshToken: me.refreshToken },
    });
    expect(refreshed.status).toBe(401);

    const [row] = await db.query('SELECT * FROM members_member WHERE id = ?', [me.memberId]);
    expect(row).toMatchObject({
      status: 'closed',
      nickname: '已注销会员',
      birthday: null,
      avatar_url: null,
      gender: 'undisclosed',
      member_no: me.memberNo,
    });
    expect(
      await db.query('SELECT id FROM members_identity WHERE member_id = ? OR kind = ?', [me.memberId, 'phone']),
    ).toEqual([]);
    expect(await db.query("SELECT payload FROM platform_outbox WHERE name = 'members.member-closed.v1'")).toHaveLength(
      1,
    );
    expect(await db.query('SELECT receipt_no FROM members_closure')).toEqual([{ receipt_no: receipt.body.receiptNo }]);
    const summary = (await api.get(MembersDoor).summaries([me.memberId])).get(me.memberId);
    expect(summary).toMatchObject({ status: 'closed', nickname: '已注销会员', birthday: null });
  });

  it('T15 the phone is free again: the same person enrols anew and is another member', async () => {
    const before = await member(api, { phone: '13912345680' });
    await close(before.token);
    const { accessToken } = await visitor(api, before.person);
    expect((await api.call('GET', '/api/member/me', { token: accessToken })).body).toMatchObject({
      code: 'NotEnrolled',
    });
    const after = await member(api, { phone: '13912345680' });
    expect(after.memberId).not.toBe(before.memberId);
  });

  it('is closed once, with one receipt, by parallel requests with one key', async () => {
    const me = await member(api);
    const answers = await Promise.all(Array.from({ length: 5 }, () => close(me.token)));
    const receipts = new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.receiptNo));
    expect(receipts.size).toBe(1);
    expect(answers.filter(({ status }) => status !== 201 && status !== 401)).toEqual([]);
  });

  it('does not close without the word of the member', async () => {
    const me = await member(api);
    const answer = await api.call('POST', '/api/member/me/closure', {
      token: me.token,
      idempotencyKey: 'closure-0002',
      body: { confirm: false },
    });
    expect(answer.status).toBe(400);
  });

  it('a clerk who stops being a member stays a clerk', async () => {
    const shop = await store(api);
    const works = await clerk(api, [shop.id]);
    const enrolled = await member(api, works.person);
    expect((await close(enrolled.token)).status).toBe(201);
    const { accessToken } = await visitor(api, works.person);
    expect((await api.call('GET', '/api/clerk/me', { token: accessToken })).body).toMatchObject({
      staffId: works.staffId,
    });
    expect((await api.call('GET', '/api/member/me', { token: accessToken })).status).toBe(403);
  });

  it('the console finds members by number, phone, its tail and name, and no more after closing', async () => {
    const me = await member(api, { phone: '13987654321' });
    const manager = await staff(api, 'manager');
    const find = async (q: string) =>
      (
        await api.call<{ items: { memberId: string; phoneMasked: string | null }[] }>(
          'GET',
          `/api/console/members?q=${encodeURIComponent(q)}`,
          { token: manager.token },
        )
      ).body.items;
    for (const q of [me.memberNo, '13987654321', '+86 139 8765 4321', '4321', '会员'])
      expect(await find(q)).toEqual([expect.objectContaining({ memberId: me.memberId, phoneMasked: '139****4321' })]);
    expect(await find('%')).toEqual([]);
    await close(me.token);
    for (const q of ['13987654321', '4321']) expect(await find(q)).toEqual([]);
  });
});
