import { CommunityDoor, PublishDueContent } from '@fanloop/community';
import { type ApiAnswer, useApiApp } from '../../support/api-app';
import { staff, store } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';

interface Item {
  contentId: string;
  version: number;
  state: string;
  plannedAt: string;
  plannedLocal: string;
  paused: boolean;
  clockChange: string | null;
  publishedAt: string | null;
  maxLatenessMinutes: number | null;
  code?: string;
}

describe('planned content by HTTP', () => {
  const database = usePrivateDatabase();
  const api = useApiApp(database);
  let token: string;

  beforeEach(async () => {
    api.clock.set('2026-06-15T04:00:00.000Z');
    token = (await staff(api, 'community-manager')).token;
  });

  const draft = (change: object = {}) => ({
    title: '今日茶单',
    text: '桂花乌龙新到 🍵',
    pictureUrls: ['https://pictures.example/oolong.jpg'],
    link: { kind: 'coupon', id: '31', title: '新客券' },
    plannedLocal: '2026-06-15T12:30',
    zone: 'Asia/Shanghai',
    misfire: 'late',
    ...change,
  });
  const call = (method: string, path: string, body?: object): Promise<ApiAnswer<Item>> =>
    api.call<Item>(method, `/api/console/content${path}`, { token, body });
  const create = async (change: object = {}): Promise<Item> => (await call('POST', '', draft(change))).body;

  describe('the content calendar', () => {
    it('plans, changes, moves, pauses, cancels, and tells who did what', async () => {
      const made = await call('POST', '', draft());
      expect([made.status, made.body]).toEqual([
        201,
        expect.objectContaining({
          state: 'planned',
          version: 1,
          plannedAt: '2026-06-15T04:30:00.000Z',
          maxLatenessMinutes: 1440,
          paused: false,
        }),
      ]);
      const { contentId } = made.body;
      const stale = await call('PUT', `/${contentId}`, draft({ version: 7 }));
      expect([stale.status, stale.body.code]).toEqual([409, 'ContentChanged']);
      const revised = await call('PUT', `/${contentId}`, draft({ version: 1, text: '第二版', misfire: 'skip' }));
      expect(revised.body).toMatchObject({ version: 2, maxLatenessMinutes: null, state: 'planned' });
      const moved = await call('POST', `/${contentId}/move`, { plannedLocal: '2026-06-16T09:00' });
      expect(moved.body).toMatchObject({ plannedAt: '2026-06-16T01:00:00.000Z', state: 'planned', version: 2 });
      expect((await call('POST', `/${contentId}/pause`)).body.paused).toBe(true);
      expect((await call('POST', `/${contentId}/resume`)).body.paused).toBe(false);
      expect((await call('POST', `/${contentId}/cancel`)).body.state).toBe('cancelled');
      expect((await call('POST', `/${contentId}/cancel`)).status).toBe(200);
      const detail = await api.call<{ history: { what: string; by: string }[]; engagement: object }>(
        'GET',
        `/api/console/content/${contentId}`,
        { token },
      );
      expect(detail.body.engagement).toEqual({ likes: 0, comments: 0 });
      expect(detail.body.history.map((entry) => entry.what)).toEqual([
        '取消',
        '恢复计划',
        '暂停',
        '从 2026-06-15 12:30（Asia/Shanghai） 改到 2026-06-16 09:00（Asia/Shanghai）',
        '改为第 2 版，计划 2026-06-15 12:30（Asia/Shanghai） 发布',
        '新建，计划 2026-06-15 12:30（Asia/Shanghai） 发布',
      ]);
      expect(detail.body.history.every((entry) => entry.by.startsWith('community-manager'))).toBe(true);
      const audited = await database.query("SELECT action FROM platform_audit WHERE action LIKE 'community.%'");
      expect(audited).toHaveLength(6);
    });

    it('publishes at the minute, once, and then leaves it as it is', async () => {
      const { contentId } = await create({ plannedLocal: '2026-06-15T12:10' });
      api.clock.set('2026-06-15T04:09:59.999Z');
      expect(await api.get(PublishDueContent).execute()).toMatchObject({ published: 0 });
      api.clock.set('2026-06-15T04:10:00.000Z');
      expect(await api.get(PublishDueContent).execute()).toMatchObject({ published: 1 });
      expect(await api.get(PublishDueContent).execute()).toMatchObject({ published: 0 });
      const { body } = await call('GET', `/${contentId}`);
      expect(body).toMatchObject({ state: 'done', publishedAt: '2026-06-15T04:10:00.000Z' });
      for (const [path, input] of [
        ['/move', { plannedLocal: '2026-06-16T09:00' }],
        ['/cancel', {}],
        ['/pause', {}],
      ] as const)
        expect((await call('POST', `/${contentId}${path}`, input)).body.code).toBe('ContentPublished');
      expect((await call('PUT', `/${contentId}`, draft())).body.code).toBe('ContentPublished');
      const [post] = await api.get(CommunityDoor).latestPosts(null, 3);
      expect(post).toMatchObject({
        title: '今日茶单',
        text: '桂花乌龙新到 🍵',
        pictureUrls: ['https://pictures.example/oolong.jpg'],
        link: { kind: 'coupon', id: '31', title: '新客券' },
        likes: 0,
      });
      expect(await api.get(CommunityDoor).engagementOf(contentId)).toEqual({ likes: 0, comments: 0 });
    });

    it('lists what is planned within a span, by moments or by days of the brand', async () => {
      const first = await create({ plannedLocal: '2026-06-20T00:00' });
      const last = await create({ plannedLocal: '2026-06-20T23:59' });
      await create({ plannedLocal: '2026-06-21T00:00' });
      const list = async (query: string): Promise<string[]> =>
        (await api.call<{ items: Item[] }>('GET', `/api/console/content?${query}`, { token })).body.items.map(
          (item) => item.contentId,
        );
      expect(await list('from=2026-06-20&to=2026-06-21')).toEqual([first.contentId, last.contentId]);
      expect(await list('from=2026-06-19T16:00:00.000Z&to=2026-06-20T15:59:00Z')).toEqual([first.contentId]);
      expect((await call('GET', '?from=x&to=y')).status).toBe(400);
    });

    it('P7 tells when the clocks change over the planned time', async () => {
      const gap = await create({ plannedLocal: '2027-03-14T02:30', zone: 'America/New_York' });
      expect(gap).toMatchObject({ clockChange: 'gap', plannedAt: '2027-03-14T07:30:00.000Z' });
      const overlap = await create({ plannedLocal: '2026-11-01T01:30', zone: 'America/New_York' });
      expect(overlap).toMatchObject({ clockChange: 'overlap', plannedAt: '2026-11-01T05:30:00.000Z' });
    });

    it.each([
      [{ plannedLocal: '2026-06-15T11:58' }, 'PlannedInPast'],
      [{ plannedLocal: '2026-02-30T10:00' }, 'LocalTimeInvalid'],
      [{ zone: 'Asia/Nowhere' }, 'ZoneUnknown'],
      [{ text: '', pictureUrls: [] }, 'ContentInvalid'],
      [{ title: '茶'.repeat(65) }, 'ContentInvalid'],
      [{ misfire: 'ask' }, 'InvalidInput'],
      [{ maxLatenessMinutes: 100_000 }, 'InvalidInput'],
    ])('refuses %j: %s', async (change, code) => {
      const answer = await call('POST', '', draft(change));
      expect([answer.status, answer.body.code]).toEqual([400, code]);
    });

    it('S8 is closed to those without the permission', async () => {
      const reader = await staff(api, 'store-manager', [(await store(api)).id]);
      expect((await api.call('POST', '/api/console/content', { token: reader.token, body: draft() })).status).toBe(403);
      const clerk = await staff(api, 'clerk', [(await store(api)).id]);
      expect(
        (await api.call('GET', '/api/console/content?from=2026-06-01&to=2026-07-01', { token: clerk.token })).status,
      ).toBe(403);
      expect((await call('GET', '/999999')).body.code).toBe('ContentNotFound');
      expect((await call('GET', '/1 OR 1=1')).status).toBe(400);
    });
  });
});
