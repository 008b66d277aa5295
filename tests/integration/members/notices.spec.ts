import { type DomainEvent, domainEvent } from '@fanloop/events';
import { Outbox, UnitOfWork } from '@fanloop/platform';
import { useApiApp } from '../../support/api-app';
import { member, visitor, wechatPerson } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';

const NOON = '2026-06-15T04:00:00.000Z';

interface Inbox {
  readonly items: { id: string; title: string; text: string; link: string | null; readAt: string | null }[];
  readonly nextCursor: string | null;
  readonly unread: number;
}

describe('the member’s inbox', () => {
  const database = usePrivateDatabase();
  const api = useApiApp(database);
  beforeEach(() => api.clock.set(NOON));

  const tell = async (...events: DomainEvent[]): Promise<void> => {
    await api.get(UnitOfWork).run((tx) => api.get(Outbox).append(tx, events));
    await api.drain();
  };
  const message = (memberId: string, reference: string, change: { title?: string; text?: string; at?: Date } = {}) => {
    const { title = '谢谢您', text = '本月会员日双倍积分', at = api.clock.now() } = change;
    const named = { memberId, ruleId: '4', ruleVersion: 1, ruleName: '问候', reference, storeId: null };
    const reward = { kind: 'message' as const, title, text };
    return domainEvent('loyalty.reward-granted.v1', { ...named, reward, at: at.toISOString() }, at);
  };
  const inbox = async (token: string, query = ''): Promise<Inbox> =>
    (await api.call<Inbox>('GET', `/api/member/notices${query}`, { token })).body;

  it('holds messages of rules, ends of points and tiers in danger, each once, newest first', async () => {
    const { token, memberId } = await member(api);
    const at = api.clock.now();
    const expiring = {
      memberId,
      points: 120,
      expiresAt: '2026-06-22T16:00:00.000Z',
      daysLeft: 7,
      at: at.toISOString(),
    };
    const atRisk = { memberId, tier: 'gold-leaf', until: '2026-07-15', missing: 30, at: at.toISOString() };
    const story = [
      message(memberId, 'schedule:9:2026-06-08:1'),
      domainEvent('loyalty.points-expiring.v1', expiring, at),
      domainEvent('loyalty.tier-at-risk.v1', atRisk, at),
    ];
    await tell(...story);
    await tell(...story);
    const { items, unread, nextCursor } = await inbox(token);
    expect(items.map(({ title, link }) => [title, link])).toEqual([
      ['您的会员等级需要保级', 'tier'],
      ['120 积分即将到期', 'points'],
      ['谢谢您', null],
    ]);
    expect(items[1]!.text).toContain('6月22日');
    expect([unread, nextCursor]).toEqual([3, null]);
  });

  it('pages, and is read up to what was seen: a notice that comes meanwhile stays unread', async () => {
    const { token, memberId } = await member(api);
    await tell(...[1, 2, 3, 4, 5].map((i) => message(memberId, `purchase:${i}`, { title: `第 ${i} 条` })));
    const first = await inbox(token, '?limit=2');
    expect(first.items.map(({ title }) => title)).toEqual(['第 5 条', '第 4 条']);
    const second = await inbox(token, `?limit=3&cursor=${first.nextCursor}`);
    expect(second.items.map(({ title }) => title)).toEqual(['第 3 条', '第 2 条', '第 1 条']);
    expect(second.nextCursor).toBeNull();
    await tell(message(memberId, 'purchase:6'));
    const upTo = first.items[0]!.id;
    const read = await api.call('POST', '/api/member/notices/read', { token, body: { upTo } });
    expect(read).toMatchObject({ status: 200, body: { unread: 1 } });
    expect((await inbox(token)).items.map(({ readAt }) => readAt !== null)).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
  });

  it('S1 belongs to the session: another’s notices are neither seen nor read', async () => {
    const [anna, bert] = [await member(api), await member(api)];
    await tell(message(anna.memberId, 'purchase:1'), message(bert.memberId, 'purchase:2'));
    expect((await inbox(bert.token)).items).toHaveLength(1);
    const upTo = '999999999';
    await api.call('POST', '/api/member/notices/read', { token: bert.token, body: { upTo } });
    expect((await inbox(anna.token)).unread).toBe(1);
    const { accessToken } = await visitor(api, await wechatPerson(api));
    expect((await api.call('GET', '/api/member/notices', { token: accessToken })).status).toBe(403);
    const odd = await api.call('POST', '/api/member/notices/read', { token: bert.token, body: { upTo: '-1' } });
    expect(odd.status).toBe(400);
  });

  it('an import of history fills nobody’s inbox; long and strange texts are kept whole or cut', async () => {
    const { token, memberId } = await member(api);
    const old = new Date('2026-06-12T03:59:59.999Z');
    const text = `${"'; DROP TABLE members_notice; --🍵"}${'茶'.repeat(2000)}`;
    await tell(message(memberId, 'purchase:1', { at: old }), message(memberId, 'purchase:2', { text }));
    const { items } = await inbox(token);
    expect(items).toHaveLength(1);
    expect([...items[0]!.text]).toHaveLength(1000);
    expect(items[0]!.text.startsWith("'; DROP TABLE members_notice; --🍵茶")).toBe(true);
  });

  it('T15 the export holds the notices, leaving erases them, and late ones do not come', async () => {
    const { token, memberId } = await member(api);
    await tell(message(memberId, 'purchase:1'));
    const data = await api.call<{ members: { notices: unknown[] } }>('GET', '/api/member/me/export', { token });
    expect(data.body.members.notices).toMatchObject([{ title: '谢谢您', readAt: null }]);
    await api.call('POST', '/api/member/me/closure', {
      token,
      body: { confirm: true },
      idempotencyKey: 'closing-0001',
    });
    await tell(message(memberId, 'purchase:2'));
    expect(await database.query('SELECT id FROM members_notice')).toEqual([]);
  });
});
