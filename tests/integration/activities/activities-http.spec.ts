import { useApiApp } from '../../support/api-app';
import { clerk, member, staff, store, visitor, wechatPerson } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';

interface Items<T = Record<string, unknown>> {
  readonly items: T[];
}

describe('activities by HTTP', () => {
  const database = usePrivateDatabase();
  const api = useApiApp(database);

  const input = (more: object = {}) => {
    const now = api.clock.now().getTime();
    const hours = (n: number) => new Date(now + n * 3_600_000).toISOString();
    return {
      title: '新茶品鉴会',
      summary: '三款春茶',
      body: '请提前十分钟到店。',
      place: '二楼',
      startsAt: hours(2),
      endsAt: hours(4),
      signUpUntil: hours(1),
      seatsTotal: 1,
      ...more,
    };
  };

  const opened = async (token: string, more: object = {}): Promise<string> => {
    const made = await api.call('POST', '/api/console/activities', { token, body: input(more) });
    expect(made).toMatchObject({ status: 201, body: { status: 'draft' } });
    const id = String(made.body['id']);
    const open = await api.call('POST', `/api/console/activities/${id}/status`, { token, body: { status: 'open' } });
    expect(open).toMatchObject({ status: 200, body: { status: 'open' } });
    return id;
  };

  const join = (token: string, id: string, idempotencyKey: string) =>
    api.call('POST', `/api/member/activities/${id}/entries`, { token, body: {}, idempotencyKey });

  it('is opened in the console, joined in the mini-program, given up, promoted, and checked in at the door', async () => {
    const manager = await staff(api, 'manager');
    const shop = await store(api);
    const id = await opened(manager.token, { storeId: shop.id });
    const [first, second] = [await member(api, { nickname: '阿青' }), await member(api, { nickname: '小满' })];
    expect(await join(first.token, id, 'first-joins')).toMatchObject({
      status: 201,
      body: { state: 'joined', position: null },
    });
    expect(await join(second.token, id, 'second-joins')).toMatchObject({
      status: 201,
      body: { state: 'waiting', position: 1 },
    });
    const detail = (token: string) => api.call('GET', `/api/member/activities/${id}`, { token });
    expect((await detail(second.token)).body).toMatchObject({
      waitingPosition: 1,
      checkInCode: null,
      storeName: shop.name,
    });
    const left = await api.call('DELETE', `/api/member/activities/${id}/entries/mine`, { token: first.token });
    expect(left).toMatchObject({ status: 200, body: { state: 'cancelled' } });
    const mine = await detail(second.token);
    expect(mine.body).toMatchObject({
      myState: 'joined',
      seatsLeft: 0,
      waitingPosition: null,
      checkInCode: { stepSeconds: 30 },
    });
    expect(mine.body['attendees']).toHaveLength(1);
    const { code } = mine.body['checkInCode'] as { code: string };
    const check = (token: string) =>
      api.call('POST', `/api/clerk/activities/${id}/check-ins`, { token, body: { code } });
    const [door, stranger] = [await clerk(api, [shop.id]), await clerk(api, [(await store(api)).id])];
    expect(await check(stranger.token)).toMatchObject({ status: 403 });
    const admitted = await check(door.token);
    expect(admitted).toMatchObject({ status: 200, body: { state: 'attended', entryNo: mine.body['myEntryNo'] } });
    expect(await check(door.token)).toMatchObject({ status: 409, body: { code: 'AlreadyCheckedIn' } });
    const entries = await api.call<Items>('GET', `/api/console/activities/${id}/entries`, { token: manager.token });
    expect(entries.body.items.map((entry) => entry['state'])).toEqual(['attended', 'cancelled']);
    expect(entries.body.items[0]!['phoneMasked']).toMatch(/^139\*{4}\d{4}$/);
    const listed = await api.call<Items>('GET', `/api/clerk/activities?storeId=${shop.id}`, { token: door.token });
    expect(listed.body.items).toMatchObject([{ id, seatsLeft: 0 }]);
  });

  it('a visitor looks but does not join; a draft is seen by nobody', async () => {
    const manager = await staff(api, 'manager');
    const id = await opened(manager.token);
    const draft = await api.call('POST', '/api/console/activities', { token: manager.token, body: input() });
    const { accessToken } = await visitor(api, await wechatPerson(api));
    const list = await api.call<Items>('GET', '/api/member/activities', { token: accessToken });
    expect(list.body.items.map((card) => card['id'])).toEqual([id]);
    const hidden = await api.call('GET', `/api/member/activities/${String(draft.body['id'])}`, { token: accessToken });
    expect(hidden).toMatchObject({ status: 404, body: { code: 'ActivityNotFound' } });
    expect(await join(accessToken, id, 'visitor-joins')).toMatchObject({ status: 403, body: { code: 'NotEnrolled' } });
  });

  it('a closed account gives its seat to who waits, through the event', async () => {
    const manager = await staff(api, 'manager');
    const id = await opened(manager.token);
    const [first, second] = [await member(api), await member(api)];
    await join(first.token, id, 'first-joins');
    await join(second.token, id, 'second-joins');
    await api.call('POST', '/api/member/me/closure', {
      token: first.token,
      body: { confirm: true },
      idempotencyKey: 'leaving-now',
    });
    await api.drain();
    const detail = await api.call('GET', `/api/member/activities/${id}`, { token: second.token });
    expect(detail.body).toMatchObject({ myState: 'joined', waiting: 0 });
  });
});
