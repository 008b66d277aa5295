import { useApiApp } from '../../support/api-app';
import { member, staff, visitor, wechatPerson } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';

describe('gifts of coupons by HTTP', () => {
  const database = usePrivateDatabase();
  const api = useApiApp(database);

  const claimedBy = async (token: string) => {
    const manager = await staff(api, 'manager');
    const body = {
      name: '满 30 减 5',
      benefit: { kind: 'cash', amountFen: 500 },
      thresholdFen: 3000,
      stockTotal: 10,
      perMemberLimit: 1,
      validity: { kind: 'days', days: 7 },
      giving: { hours: 24, perReceiver: 1 },
    };
    const made = await api.call('POST', '/api/console/coupons/templates', { token: manager.token, body });
    expect(made.body).toMatchObject({ giving: { hours: 24, perReceiver: 1 } });
    const path = `/api/member/coupons/templates/${made.body['templateId']}/claims`;
    const claimed = await api.call('POST', path, { token, body: {}, idempotencyKey: 'claim-to-give' });
    expect(claimed.body).toMatchObject({ isGiftable: true, isReceived: false, gift: null });
    return String(claimed.body['couponId']);
  };
  const usable = async (token: string) =>
    (await api.call<{ items: unknown[] }>('GET', '/api/member/coupons?state=usable', { token })).body.items;

  it('are shared, seen by a visitor, taken by whoever joins, and told to both', async () => {
    const [giver, friend] = [await member(api), await member(api)];
    const couponId = await claimedBy(giver.token);
    const offered = await api.call('POST', `/api/member/coupons/${couponId}/gift`, { token: giver.token, body: {} });
    expect(offered.status).toBe(201);
    const link = `/api/member/coupon-gifts/${offered.body['token']}`;
    expect(await usable(giver.token)).toMatchObject([
      { state: 'locked', isGiftable: false, gift: { giftId: offered.body['giftId'] } },
    ]);
    const { accessToken } = await visitor(api, await wechatPerson(api));
    expect(await api.call('GET', link, { token: accessToken })).toMatchObject({
      status: 200,
      body: { standing: 'open', headline: '¥5', terms: '满 ¥30 减 ¥5，全部门店可用，可转赠好友一次' },
    });
    expect((await api.call('POST', `${link}/acceptance`, { token: accessToken, body: {} })).status).toBe(403);
    expect((await api.call('GET', link, { token: giver.token })).body).toMatchObject({ standing: 'own' });
    expect(await api.call('POST', `${link}/acceptance`, { token: giver.token, body: {} })).toMatchObject({
      status: 409,
      body: { code: 'GiftOwn', message: '这是您自己送出的券，转发给好友吧' },
    });
    const taken = await api.call('POST', `${link}/acceptance`, { token: friend.token, body: {} });
    expect(taken).toMatchObject({ status: 200, body: { couponId } });
    expect(await usable(giver.token)).toEqual([]);
    expect(await usable(friend.token)).toMatchObject([{ couponId, isReceived: true, isGiftable: false }]);
    await api.drain();
    const inbox = async (token: string) =>
      (await api.call<{ items: { title: string }[] }>('GET', '/api/member/notices', { token })).body.items[0]!.title;
    expect([await inbox(giver.token), await inbox(friend.token)]).toEqual(['好友领取了您转赠的券', '收到好友转赠的券']);
    const mine = await api.call<{ items: unknown[] }>('GET', '/api/member/coupon-gifts', { token: giver.token });
    expect(mine.body.items).toMatchObject([{ direction: 'out', state: 'accepted', other: expect.any(String) }]);
  });

  it('S1 are nobody else’s to give, to take back or to take while an account is frozen', async () => {
    const [giver, friend] = [await member(api), await member(api)];
    const couponId = await claimedBy(giver.token);
    const offer = (token: string) => api.call('POST', `/api/member/coupons/${couponId}/gift`, { token, body: {} });
    expect((await offer(friend.token)).status).toBe(404);
    const { body } = await offer(giver.token);
    const withdraw = (token: string) =>
      api.call('POST', `/api/member/coupon-gifts/${body['giftId']}/withdrawal`, { token, body: {} });
    expect((await withdraw(friend.token)).status).toBe(404);
    await database.query("UPDATE members_member SET status = 'frozen' WHERE id = ?", [giver.memberId]);
    const take = () =>
      api.call('POST', `/api/member/coupon-gifts/${body['token']}/acceptance`, { token: friend.token, body: {} });
    expect(await take()).toMatchObject({ status: 403, body: { code: 'GiftMemberInactive' } });
    await database.query("UPDATE members_member SET status = 'active' WHERE id = ?", [giver.memberId]);
    expect((await withdraw(giver.token)).body).toEqual({ state: 'withdrawn' });
    expect(await take()).toMatchObject({ status: 409, body: { code: 'GiftWithdrawn' } });
  });
});
