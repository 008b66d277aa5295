import { setTimeout as sleep } from 'node:timers/promises';
import { CommunityDoor } from '@fanloop/community';
import type { Tx } from '@fanloop/platform';
import { type Attention, AttentionRepository } from '../../../libs/community/src/store/attention.repository';
import { useApiApp } from '../../support/api-app';
import { member, visitor, wechatPerson } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { communityOn, plan, type Twins } from './community-on';

const NOON = '2026-06-15T04:00:00.000Z';

describe('reading and sharing', () => {
  const database = usePrivateDatabase();
  const api = useApiApp(database);
  beforeEach(() => api.clock.set(NOON));

  const aPost = async (): Promise<string> => {
    const community = communityOn(database.dataSource, api.clock);
    await plan(community, 1);
    api.clock.advance({ minutes: 1 });
    await community.sweep.execute();
    const [row] = await database.query<{ id: string }>('SELECT id FROM community_post');
    return row!.id;
  };
  const told = () =>
    database.query<{ name: string }>(
      "SELECT name FROM platform_outbox WHERE name REGEXP 'post-(read|shared)' ORDER BY id",
    );

  it('count once per member, post and business day, and are told once', async () => {
    const postId = await aPost();
    const { token, memberId } = await member(api);
    const say = async (what: 'read' | 'share') =>
      (await api.call('POST', `/api/member/posts/${postId}/${what}`, { token })).body;
    expect(await say('read')).toEqual({ counted: true });
    expect(await say('read')).toEqual({ counted: false });
    expect(await say('share')).toEqual({ counted: true });
    const { attend } = communityOn(database.dataSource, api.clock);
    api.clock.set('2026-06-15T15:59:59.999Z');
    expect(await attend.execute({ postId, memberId, kind: 'share' })).toEqual({ counted: false });
    api.clock.set('2026-06-15T16:00:00.000Z');
    expect(await attend.execute({ postId, memberId, kind: 'share' })).toEqual({ counted: true });
    expect((await told()).map(({ name }) => name)).toEqual([
      'community.post-read.v1',
      'community.post-shared.v1',
      'community.post-shared.v1',
    ]);
  });

  it('a visitor is not followed, a post that is not there is not found, an odd id is refused', async () => {
    const postId = await aPost();
    const { accessToken } = await visitor(api, await wechatPerson(api));
    const call = (id: string, token: string) => api.call('POST', `/api/member/posts/${id}/read`, { token });
    expect(await call(postId, accessToken)).toMatchObject({ status: 403, body: { code: 'NotEnrolled' } });
    const { token } = await member(api);
    expect(await call('999999', token)).toMatchObject({ status: 404, body: { code: 'PostNotFound' } });
    expect((await call("1' OR 1=1", token)).status).toBe(400);
    expect(await database.query('SELECT post_id FROM community_attention')).toEqual([]);
  });

  it('T15 the export shows it, and who leaves takes it along', async () => {
    const postId = await aPost();
    const { token, memberId } = await member(api);
    await api.call('POST', `/api/member/posts/${postId}/read`, { token });
    expect(await api.get(CommunityDoor).personalDataOf(memberId)).toMatchObject({
      readAndShared: [{ postId, kind: 'read', day: '2026-06-15' }],
    });
    await api.call('POST', '/api/member/me/closure', {
      token,
      body: { confirm: true },
      idempotencyKey: 'closing-0001',
    });
    await api.drain();
    expect(await database.query('SELECT post_id FROM community_attention')).toEqual([]);
  });

  it('L13 parallel requests of one reader count once', async () => {
    /** Looks first, then writes a row of its own. */
    class LooksFirst extends AttentionRepository {
      override async add(tx: Tx, { postId, memberId, kind, day, at }: Attention): Promise<boolean> {
        const [there] = await tx.query('SELECT 1 FROM community_attention WHERE post_id = ? AND member_id = ?', [
          postId,
          memberId,
        ]);
        await sleep(10);
        if (there) return false;
        await tx.execute(
          'REPLACE INTO community_attention (post_id, member_id, kind, day, at) VALUES (?, ?, ?, ?, ?)',
          [postId, memberId, kind, day, at],
        );
        return true;
      }
    }
    const pools = [await database.another(8), await database.another(8)];
    await provesAbsent<Twins>({
      reset: async () => {
        await database.truncateAll();
        api.clock.set(NOON);
      },
      sound: () => ({}),
      broken: () => ({ attention: new LooksFirst() }),
      scenario: async (twins) => {
        const postId = await aPost();
        const readers = ['7001', '7002', '7003'];
        const answers = await Promise.all(
          pools.flatMap((pool) =>
            [...readers, ...readers].map((memberId) =>
              communityOn(pool, api.clock, twins).attend.execute({ postId, memberId, kind: 'read' }),
            ),
          ),
        );
        const counted = answers.filter((answer) => answer.counted).length;
        const events = (await told()).length;
        return counted === 3 && events === 3 ? [] : [`${counted} counted, ${events} told`];
      },
    });
  });
});
