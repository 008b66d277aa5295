import { domainEvent } from '@fanloop/events';
import { InstallDefaultProgramme } from '@fanloop/loyalty';
import { Outbox, UnitOfWork } from '@fanloop/platform';
import { useApiApp } from '../../support/api-app';
import { member, staff, visitor, wechatPerson } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';
import { aReward } from './events-on';
import { aRule } from './loyalty-on';

const NOON = '2026-06-15T04:00:00.000Z';

describe('check-ins and rewards by HTTP', () => {
  const database = usePrivateDatabase();
  const api = useApiApp(database);
  beforeEach(() => api.clock.set(NOON));

  it('a shopper checks in, sees it in the card and in the journal, and not twice', async () => {
    await api.get(InstallDefaultProgramme).execute({ rules: [aRule, aReward('check-in', 5, { name: '每日签到' })] });
    const { token } = await member(api);
    // The enrolment is still on its way: the account is opened by the check-in.
    const first = await api.call('POST', '/api/member/check-ins', { token });
    expect(first).toMatchObject({
      status: 200,
      body: { day: '2026-06-15', streak: 1, again: false, points: 5, why: ['每日签到：+5 分'] },
    });
    const parallel = await Promise.all([1, 2, 3].map(() => api.call('POST', '/api/member/check-ins', { token })));
    expect(parallel.map(({ body }) => [body['again'], body['points']])).toEqual(Array(3).fill([true, 5]));
    await api.drain();
    const card = await api.call('GET', '/api/member/check-ins', { token });
    expect(card.body).toMatchObject({ checkedIn: true, streak: 1, offered: true, points: 5 });
    const journal = await api.call('GET', '/api/member/points/entries', { token });
    expect(journal.body).toMatchObject({ items: [{ title: '每日签到奖励', points: 5, kind: 'earn' }] });
    const { accessToken } = await visitor(api, await wechatPerson(api));
    expect((await api.call('POST', '/api/member/check-ins', { token: accessToken })).status).toBe(403);
    expect((await api.call('POST', '/api/member/check-ins')).status).toBe(401);
  });

  it('a reward that cannot be given is seen today, and a manager decides', async () => {
    const { memberId, memberNo } = await member(api);
    const at = api.clock.now();
    const named = { memberId, ruleVersion: 1, ruleName: '生日礼', storeId: null, at: at.toISOString() };
    const reward = (
      ruleId: string,
      what: { kind: 'coupon'; templateId: string; count: number } | { kind: 'tag'; tagCode: string },
    ) =>
      domainEvent(
        'loyalty.reward-granted.v1',
        { ...named, ruleId, reference: `birthday:${memberId}:2026`, reward: what },
        at,
      );
    await api
      .get(UnitOfWork)
      .run((tx) =>
        api
          .get(Outbox)
          .append(tx, [
            reward('1', { kind: 'coupon', templateId: '77', count: 1 }),
            reward('2', { kind: 'tag', tagCode: 'birthday-2026' }),
          ]),
      );
    await api.drain();
    const { token } = await staff(api, 'manager');
    const todo = async () =>
      (await api.call<{ todo: { kind: string; count: number }[] }>('GET', '/api/console/today', { token })).body.todo;
    expect(await todo()).toContainEqual({
      kind: 'rewards-unissued',
      title: '奖励没有发出',
      count: 2,
      link: '/unissued-rewards',
    });
    const list = await api.call<{ items: { kind: string; id: string }[] }>('GET', '/api/console/unissued-rewards', {
      token,
    });
    expect(list.body.items).toMatchObject([
      { kind: 'coupon', memberNo, what: '券 77', ruleName: '生日礼', reason: '没有找到这种优惠券' },
      { kind: 'tag', memberNo, what: 'birthday-2026', reason: '没有这个标签' },
    ]);
    const [coupon, tag] = list.body.items;
    const act = (what: { kind: string; id: string }, deed: string, as = token) =>
      api.call('POST', `/api/console/unissued-rewards/${what.kind}/${what.id}/${deed}`, { token: as });
    expect(await act(coupon!, 'retry')).toMatchObject({ status: 404, body: { code: 'TemplateNotFound' } });
    const community = await staff(api, 'community-manager');
    expect((await act(coupon!, 'dismiss', community.token)).status).toBe(403);
    expect((await act({ kind: 'points', id: '1' }, 'dismiss')).status).toBe(400);
    expect((await act(coupon!, 'dismiss')).status).toBe(204);
    const body = { code: 'birthday-2026', name: '2026 寿星', description: '' };
    expect((await api.call('POST', '/api/console/tags', { token, body })).status).toBe(204);
    expect((await act(tag!, 'retry')).status).toBe(204);
    expect((await act(tag!, 'retry')).status).toBe(404);
    expect((await todo()).filter(({ kind }) => kind === 'rewards-unissued')).toEqual([]);
  });
});
