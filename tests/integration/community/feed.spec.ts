import { CreateContent, PublishDueContent } from '@fanloop/community';
import { useApiApp } from '../../support/api-app';
import { member, staff, store, type TestMember, visitor, wechatPerson } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';
import { ANNA, aDraft } from './community-on';
import { wrongCounters } from './invariants';

interface PostBody {
  id: string;
  title: string;
  likes: number;
  comments: number;
  likedByMe: boolean;
  pinned: boolean;
  author: { name: string; official: boolean };
}
interface CommentBody {
  id: string;
  text: string;
  mine: boolean;
  author: { name: string; avatarUrl: string | null };
}
interface Feed<T> {
  items: T[];
  nextCursor: string | null;
}

describe('the in-app feed by HTTP', () => {
  const database = usePrivateDatabase();
  const api = useApiApp(database);
  let key = 0;
  const someKey = (): string => {
    key += 1;
    return `comment-key-${key}`;
  };

  beforeEach(() => api.clock.set('2026-06-15T04:00:00.000Z'));
  afterEach(async () => {
    await fetch(`${api.standInUrl}/stand-in/faults`, { method: 'DELETE' });
  });

  /** Publishes `count` posts, a minute apart, the last one last. */
  const publish = async (count = 1): Promise<string[]> => {
    for (let i = 0; i < count; i += 1) {
      await api
        .get(CreateContent)
        .execute({ draft: aDraft({ title: `第 ${i + 1} 条`, plannedLocal: `2026-06-15T12:0${i}` }), actor: ANNA });
      await api.get(PublishDueContent).execute();
      api.clock.advance({ minutes: 1 });
    }
    const rows = await database.query<{ id: string }>('SELECT id FROM community_post ORDER BY id');
    return rows.map((row) => row.id);
  };

  const write = (who: TestMember, postId: string, text: string, idempotencyKey = someKey()) =>
    api.call<CommentBody & { state: string; code: string }>('POST', `/api/member/posts/${postId}/comments`, {
      token: who.token,
      body: { text },
      idempotencyKey,
    });
  const comments = async (who: TestMember, postId: string): Promise<CommentBody[]> =>
    (await api.call<Feed<CommentBody>>('GET', `/api/member/posts/${postId}/comments`, { token: who.token })).body.items;
  const post = async (token: string, postId: string): Promise<PostBody> =>
    (await api.call<PostBody>('GET', `/api/member/posts/${postId}`, { token })).body;
  const fault = (mode: string, more: object = {}) =>
    fetch(`${api.standInUrl}/stand-in/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ path: '/wxa/msg_sec_check', mode, ...more }),
    });

  describe('the feed', () => {
    it('is paged by a cursor, newest first, and open to visitors', async () => {
      await publish(5);
      const { accessToken: token } = await visitor(api, await wechatPerson(api));
      const titles: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: { body: Feed<PostBody> } = await api.call(
          'GET',
          `/api/member/posts?limit=2${cursor && `&cursor=${cursor}`}`,
          { token },
        );
        titles.push(...page.body.items.map((item) => item.title));
        cursor = page.body.nextCursor;
      }
      expect(titles).toEqual(['第 5 条', '第 4 条', '第 3 条', '第 2 条', '第 1 条']);
      const bad = await api.call('GET', '/api/member/posts?cursor=AAAA', { token });
      expect([bad.status, bad.body['code']]).toEqual([400, 'CursorInvalid']);
      expect((await api.call('GET', '/api/member/posts')).status).toBe(401);
    });

    it('shows a pinned post on top, once', async () => {
      const [first] = await publish(3);
      const { token } = await staff(api, 'community-manager');
      const [row] = await database.query<{ content_id: string }>('SELECT content_id FROM community_post WHERE id = ?', [
        first,
      ]);
      await api.call('POST', `/api/console/content/${row!.content_id}/pin`, { token, body: { pinned: true } });
      const { token: reader } = await member(api);
      const one = await api.call<Feed<PostBody>>('GET', '/api/member/posts?limit=2', { token: reader });
      const two = await api.call<Feed<PostBody>>('GET', `/api/member/posts?cursor=${one.body.nextCursor}`, {
        token: reader,
      });
      expect([...one.body.items, ...two.body.items].map((item) => [item.title, item.pinned])).toEqual([
        ['第 1 条', true],
        ['第 3 条', false],
        ['第 2 条', false],
      ]);
    });

    it('counts a like once, and takes it back once', async () => {
      const [postId] = await publish();
      const { token } = await member(api);
      const like = () => api.call('PUT', `/api/member/posts/${postId}/like`, { token, body: {} });
      expect((await like()).body).toEqual({ likes: 1, likedByMe: true });
      expect((await like()).body).toEqual({ likes: 1, likedByMe: true });
      expect(await post(token, postId!)).toMatchObject({ likes: 1, likedByMe: true, author: { official: true } });
      const unlike = () => api.call('DELETE', `/api/member/posts/${postId}/like`, { token });
      expect((await unlike()).body).toEqual({ likes: 0, likedByMe: false });
      expect((await unlike()).body).toEqual({ likes: 0, likedByMe: false });
      const events = await database.query("SELECT name FROM platform_outbox WHERE name LIKE 'community.post-%'");
      expect(events).toEqual([{ name: 'community.post-liked.v1' }, { name: 'community.post-unliked.v1' }]);
      const { accessToken } = await visitor(api, await wechatPerson(api));
      expect((await api.call('PUT', `/api/member/posts/${postId}/like`, { token: accessToken })).body['code']).toBe(
        'NotEnrolled',
      );
      expect((await api.call('PUT', '/api/member/posts/999999/like', { token })).body['code']).toBe('PostNotFound');
    });
  });

  describe('comments', () => {
    it('that WeChat passes are seen by all, emoji and long texts as they were written', async () => {
      const [postId] = await publish();
      const [anna, ben] = [await member(api, { nickname: '安娜' }), await member(api, { nickname: '阿本' })];
      const text = `好喝！👨‍👩‍👧‍👦🍵\n${'茶'.repeat(900)}`;
      const answer = await write(anna, postId!, text);
      expect([answer.status, answer.body]).toEqual([
        201,
        expect.objectContaining({
          text,
          mine: true,
          state: 'visible',
          author: { name: expect.any(String), avatarUrl: null },
        }),
      ]);
      const [seen] = await comments(ben, postId!);
      expect(seen).toMatchObject({ id: answer.body.id, text, mine: false });
      expect(await post(ben.token, postId!)).toMatchObject({ comments: 1 });
      expect((await write(anna, postId!, '茶'.repeat(1001))).body.code).toBe('CommentTooLong');
      expect((await write(anna, postId!, '  ')).body.code).toBe('CommentEmpty');
      expect((await write(anna, '999999', '在吗')).body.code).toBe('PostNotFound');
    });

    it('are written once for one key, whatever WeChat says the second time', async () => {
      const [postId] = await publish();
      const anna = await member(api);
      const first = await write(anna, postId!, '好喝', 'the-same-key');
      await fault('fail', { errcode: -1 });
      const again = await write(anna, postId!, '好喝', 'the-same-key');
      expect([again.status, again.body]).toEqual([201, first.body]);
      expect((await write(anna, postId!, '难喝', 'the-same-key')).body.code).toBe('IdempotencyKeyReused');
      expect(await database.query('SELECT id FROM community_comment')).toHaveLength(1);
      expect(await wrongCounters(database)).toEqual([]);
    });

    it('that are risky are refused and leave nothing', async () => {
      const [postId] = await publish();
      const answer = await write(await member(api), postId!, '一起来赌博');
      expect([answer.status, answer.body.code]).toEqual([422, 'ContentRejected']);
      expect(await database.query('SELECT id FROM community_comment')).toEqual([]);
    });

    it('that are doubtful, or that WeChat cannot check, wait for a person and are not lost', async () => {
      const [postId] = await publish();
      const anna = await member(api);
      const doubtful = await write(anna, postId!, '兼职请联系');
      expect([doubtful.status, doubtful.body]).toEqual([202, { state: 'in-review' }]);
      await fault('fail', { errcode: -1 });
      const unchecked = await write(anna, postId!, '好喝');
      expect([unchecked.status, unchecked.body]).toEqual([202, { state: 'in-review' }]);
      expect(await comments(anna, postId!)).toEqual([]);
      expect(await post(anna.token, postId!)).toMatchObject({ comments: 0 });

      const { token } = await staff(api, 'community-manager');
      const queue = await api.call<{ items: { commentId: string; reason: string; text: string }[]; total: number }>(
        'GET',
        '/api/console/comments?state=in-review',
        { token },
      );
      expect(queue.body.items.map((item) => [item.text, item.reason])).toEqual([
        ['兼职请联系', expect.stringContaining('微信建议人工审核')],
        ['好喝', '微信内容检查当时没有应答'],
      ]);
      const decide = (index: number, decision: string) =>
        api.call('POST', `/api/console/comments/${queue.body.items[index]!.commentId}/decision`, {
          token,
          body: { decision },
        });
      expect((await decide(0, 'reject')).body).toEqual({ state: 'rejected' });
      expect((await decide(1, 'approve')).body).toEqual({ state: 'visible' });
      expect((await decide(1, 'reject')).body['code']).toBe('CommentDecided');
      expect((await comments(anna, postId!)).map((item) => item.text)).toEqual(['好喝']);
      expect(await wrongCounters(database)).toEqual([]);
      const events = await database.query(
        "SELECT name FROM platform_outbox WHERE name = 'community.comment-posted.v1'",
      );
      expect(events).toHaveLength(1);
      const elsewhere = await staff(api, 'store-manager', [(await store(api)).id]);
      expect((await api.call('GET', '/api/console/comments', { token: elsewhere.token })).status).toBe(403);
    });

    it('are taken back by their author only', async () => {
      const [postId] = await publish();
      const [anna, ben] = [await member(api), await member(api)];
      const { body } = await write(anna, postId!, '写错了');
      const path = `/api/member/posts/${postId}/comments/${body.id}`;
      expect((await api.call('DELETE', path, { token: ben.token })).body['code']).toBe('CommentNotFound');
      expect((await api.call('DELETE', path, { token: anna.token })).status).toBe(204);
      expect((await api.call('DELETE', path, { token: anna.token })).status).toBe(204);
      expect(await comments(ben, postId!)).toEqual([]);
      expect(await wrongCounters(database)).toEqual([]);
      expect(await database.query('SELECT text, state FROM community_comment')).toEqual([
        { text: '', state: 'deleted' },
      ]);
    });
  });

  describe('a member who closes the account', () => {
    it('leaves comments without a name and no likes, with all counters right', async () => {
      const [one, two] = await publish(2);
      const [anna, ben] = [await member(api, { nickname: '安娜' }), await member(api)];
      for (const postId of [one!, two!])
        for (const who of [anna, ben]) await api.call('PUT', `/api/member/posts/${postId}/like`, { token: who.token });
      await write(anna, one!, '再见');
      await write(anna, one!, '兼职');
      const exported = await api.call<{ community: { deeds: object[] } }>('GET', '/api/member/me/export', {
        token: anna.token,
      });
      expect(exported.body.community.deeds).toHaveLength(4);
      await api.call('POST', '/api/member/me/closure', {
        token: anna.token,
        body: { confirm: true },
        idempotencyKey: someKey(),
      });
      await api.drain();
      expect(await comments(ben, one!)).toEqual([
        expect.objectContaining({ text: '再见', author: { name: '已注销用户', avatarUrl: null } }),
      ]);
      expect(await post(ben.token, one!)).toMatchObject({ likes: 1, comments: 1, likedByMe: true });
      expect(await post(ben.token, two!)).toMatchObject({ likes: 1 });
      expect(await wrongCounters(database)).toEqual([]);
      const [left] = await database.query<{ n: string }>(
        'SELECT COUNT(*) AS n FROM community_comment WHERE member_id = ?',
        [anna.memberId],
      );
      expect(left!.n).toBe('0');
    });
  });
});
