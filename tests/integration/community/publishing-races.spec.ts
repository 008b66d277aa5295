import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent, type Violations } from '../../support/proves-absent';
import { ANNA, aDraft, type Community, communityOn, plan, type Twins } from './community-on';
import { unsettled } from './invariants';
import { allInOne, DueWithoutLock, DueWithoutMisfire, PostsWithoutKey, TrustsItsClaim } from './twins';

describe('publishing, whoever meets', () => {
  const database = usePrivateDatabase();
  const clock = new FixedClock();
  let sources: DataSource[];

  beforeAll(async () => {
    // The sweep tells of each bad row that these tests make.
    Logger.overrideLogger(false);
    sources = [await database.another(5), await database.another(5), await database.another(5)];
  });
  beforeEach(() => clock.set('2026-06-15T04:00:00.000Z'));
  const reset = async (): Promise<void> => {
    await database.truncateAll();
    clock.set('2026-06-15T04:00:00.000Z');
  };
  const workers = (twins: Twins): [Community, Community, Community] =>
    sources.map((source) => communityOn(source, clock, twins)) as [Community, Community, Community];
  const postsOf = (contentId: string): Promise<{ published_at: Date }[]> =>
    database.query('SELECT published_at FROM community_post WHERE content_id = ?', [contentId]);

  describe('sweeps that meet', () => {
    it('P3 three workers that sweep in the same second publish each of 40 items once', async () => {
      await provesAbsent<Twins>({
        reset,
        sound: () => ({}),
        broken: () => ({
          due: new DueWithoutLock(),
          occurrences: new TrustsItsClaim(),
          posts: new PostsWithoutKey(),
        }),
        scenario: async (twins) => {
          const [one, two, three] = workers(twins);
          await plan(one, 40);
          clock.advance({ minutes: 1 });
          await Promise.allSettled([one, two, three, one, two].map((worker) => worker.sweep.execute()));
          return unsettled(database);
        },
      });
    });

    it('P3 a worker that has lost its lease publishes nothing more', async () => {
      const [slow, quick] = workers({});
      const [contentId] = await plan(slow, 1);
      clock.advance({ minutes: 1 });
      const claims = await slow.unitOfWork.run((tx) => slow.due.claimDue(tx, clock.now(), 10));
      clock.advance({ seconds: 31 });
      await quick.sweep.execute();
      expect(await slow.publish.execute(claims[0]!)).toBe('lost');
      expect(await postsOf(contentId!)).toHaveLength(1);
    });

    it('P20 one bad row never stops the others', async () => {
      await provesAbsent<Twins>({
        reset,
        sound: () => ({}),
        broken: () => ({ sweep: allInOne }),
        scenario: async (twins) => {
          const [one] = workers(twins);
          const good = await plan(one, 2);
          const [bad] = await plan(one, 1);
          const more = await plan(one, 2);
          await database.query("UPDATE community_content_version SET picture_urls = '{}' WHERE content_id = ?", [bad]);
          clock.advance({ minutes: 1 });
          await one.sweep.execute().catch(() => undefined);
          const published = await Promise.all([...good, ...more].map(postsOf));
          return published.flatMap((posts, i) => (posts.length === 1 ? [] : [`good item ${i} is not published`]));
        },
      });
    });

    it('P20 a bad row is tried again at growing distances, then given up with its reason', async () => {
      const [one] = workers({});
      const [bad] = await plan(one, 1);
      await database.query("UPDATE community_content_version SET picture_urls = '{}' WHERE content_id = ?", [bad]);
      clock.advance({ minutes: 1 });
      expect(await one.sweep.execute()).toMatchObject({ postponed: 1 });
      expect(await one.sweep.execute()).toMatchObject({ postponed: 0 });
      for (let minute = 0; minute < 12; minute += 1) {
        await one.sweep.execute();
        clock.advance({ minutes: 1 });
      }
      const [row] = await database.query<{ state: string; failure: string; attempts: number }>(
        'SELECT state, failure, attempts FROM community_occurrence',
      );
      expect(row).toMatchObject({ state: 'failed', attempts: 7 });
      expect(row!.failure).toContain('picture addresses');
      // Mended and planned anew, it goes out.
      await one.revise.execute({ contentId: bad!, draft: aDraft({ plannedLocal: '2026-06-15T12:30' }), actor: ANNA });
      clock.set('2026-06-15T04:30:00.000Z');
      await one.sweep.execute();
      expect(await postsOf(bad!)).toHaveLength(1);
    });
  });

  describe('changes up to the last second', () => {
    type Change = 'move' | 'cancel' | 'pause' | 'revise';
    const LATER = '2026-06-15T15:00';

    const change = (who: Community, kind: Change, contentId: string): Promise<void> => {
      const command = { contentId, actor: ANNA };
      if (kind === 'move') return who.move.execute({ ...command, plannedLocal: LATER });
      if (kind === 'cancel') return who.cancel.execute(command);
      if (kind === 'pause') return who.pause.execute({ ...command, paused: true });
      return who.revise.execute({ ...command, draft: aDraft({ text: '改过的', plannedLocal: LATER }) });
    };

    /** Three kinds of changes against two sweeps, at the very moment; tells of each item whose change was accepted. */
    const raced = async (
      twins: Twins,
      kind: Change,
    ): Promise<{ ids: string[]; accepted: boolean[]; one: Community }> => {
      const [one, two, manager] = workers(twins);
      const ids = await plan(one, 30);
      clock.advance({ minutes: 1 });
      const changes = ids.map((id) => change(manager, kind, id));
      const [settled] = await Promise.all([Promise.allSettled(changes), one.sweep.execute(), two.sweep.execute()]);
      return { ids, accepted: settled.map((result) => result.status === 'fulfilled'), one };
    };

    const firedInSpite = async (ids: string[], accepted: boolean[]): Promise<Violations> => {
      const posts = await Promise.all(ids.map(postsOf));
      return posts.flatMap((rows, i) => {
        if (accepted[i] && rows.length > 0) return [`item ${i} fired although its change was accepted`];
        return !accepted[i] && rows.length !== 1 ? [`item ${i} was refused a change and has ${rows.length} posts`] : [];
      });
    };

    it.each(['move', 'cancel', 'pause', 'revise'] as const)(
      'P5 a %s at the very second: either it is refused as published, or the old time never fires',
      async (kind) => {
        await provesAbsent<Twins>({
          reset,
          sound: () => ({}),
          broken: () => ({ occurrences: new TrustsItsClaim() }),
          scenario: async (twins) => {
            const { ids, accepted } = await raced(twins, kind);
            return firedInSpite(ids, accepted);
          },
          attempts: 10,
        });
      },
    );

    it('P5 between claim and publication a change still takes the time away, and the new time fires once', async () => {
      const [worker, manager] = workers({});
      const [moved, cancelled, paused] = await plan(worker, 3);
      clock.advance({ minutes: 1 });
      const claims = await worker.unitOfWork.run((tx) => worker.due.claimDue(tx, clock.now(), 10));
      expect(claims).toHaveLength(3);
      await change(manager, 'move', moved!);
      await change(manager, 'cancel', cancelled!);
      await change(manager, 'pause', paused!);
      for (const claim of claims) expect(await worker.publish.execute(claim)).toBe('lost');
      expect(await database.query('SELECT id FROM community_post')).toEqual([]);
      clock.set('2026-06-15T07:00:00.000Z');
      expect(await worker.sweep.execute()).toMatchObject({ published: 1 });
      expect(await postsOf(moved!)).toHaveLength(1);
      expect(await postsOf(cancelled!)).toHaveLength(0);
      expect(await postsOf(paused!)).toHaveLength(0);
      // What was paused goes on under its misfire policy.
      await manager.pause.execute({ contentId: paused!, paused: false, actor: ANNA });
      await worker.sweep.execute();
      expect(await postsOf(paused!)).toHaveLength(1);
    });

    it('P5 a time that was left and chosen again fires once', async () => {
      const [worker, manager] = workers({});
      const [contentId] = await plan(worker, 1);
      await manager.move.execute({ contentId: contentId!, plannedLocal: LATER, actor: ANNA });
      await manager.cancel.execute({ contentId: contentId!, actor: ANNA });
      await manager.move.execute({ contentId: contentId!, plannedLocal: '2026-06-15T12:01', actor: ANNA });
      clock.advance({ minutes: 1 });
      await worker.sweep.execute();
      clock.set('2026-06-15T07:00:00.000Z');
      await worker.sweep.execute();
      expect(await postsOf(contentId!)).toHaveLength(1);
    });

    it('P5 what is published is the version that is current when it fires', async () => {
      const [worker, manager] = workers({});
      const [contentId] = await plan(worker, 1);
      clock.advance({ minutes: 1 });
      const [claim] = await worker.unitOfWork.run((tx) => worker.due.claimDue(tx, clock.now(), 10));
      await manager.revise.execute({ contentId: contentId!, draft: aDraft({ text: '最后一秒改的' }), actor: ANNA });
      expect(await worker.publish.execute(claim!)).toBe('published');
      expect(await database.query('SELECT text, content_version FROM community_post')).toEqual([
        { text: '最后一秒改的', content_version: 2 },
      ]);
      await expect(manager.move.execute({ contentId: contentId!, plannedLocal: LATER, actor: ANNA })).rejects.toThrow(
        'ContentPublished',
      );
    });
  });

  describe('nobody was there', () => {
    const skip = { misfire: { kind: 'skip' } } as const;
    const sweepFor = async (worker: Community, minutes: number): Promise<number> => {
      const before = clock.now();
      for (let minute = 0; minute < minutes; minute += 1) {
        await worker.sweep.execute();
        await worker.sweep.execute();
        clock.advance({ minutes: 1 });
      }
      clock.set(before);
      const [row] = await database.query<{ n: string }>('SELECT COUNT(*) AS n FROM community_post');
      return Number(row!.n);
    };
    const states = async (): Promise<Record<string, string>> => {
      const rows = await database.query<{ content_id: string; state: string }>(
        'SELECT content_id, state FROM community_occurrence',
      );
      return Object.fromEntries(rows.map((row) => [row.content_id, row.state]));
    };

    it.each([
      ['1 minute', { minutes: 1 }, 'done', 'done'],
      ['1 hour', { hours: 1 }, 'done', 'skipped'],
      ['3 days', { days: 3 }, 'skipped', 'skipped'],
    ])('P2 down for %s: late within 24 hours, or skipped, as each item says', async (_, downtime, late, skipped) => {
      const [worker] = workers({});
      const [lateId] = await plan(worker, 1);
      const [skipId] = await plan(worker, 1, skip);
      const [weekId] = await plan(worker, 1, { misfire: { kind: 'late', maxLatenessMinutes: 7 * 24 * 60 } });
      clock.set('2026-06-15T04:01:00.000Z');
      clock.advance(downtime);
      await sweepFor(worker, 3);
      expect(await states()).toEqual({ [lateId!]: late, [skipId!]: skipped, [weekId!]: 'done' });
      if (late === 'skipped') {
        const [row] = await database.query<{ failure: string }>(
          'SELECT failure FROM community_occurrence WHERE content_id = ?',
          [lateId],
        );
        expect(row!.failure).toBe('错过计划时间 3 天，超过允许的 24 小时');
      }
    });

    it('P2 after an hour’s downtime 30 late items come one a minute, and one that is on time does not wait', async () => {
      await provesAbsent<Twins>({
        reset,
        sound: () => ({}),
        broken: () => ({ due: new DueWithoutMisfire() }),
        scenario: async (twins) => {
          const [one, two] = workers(twins);
          await plan(one, 30);
          clock.set('2026-06-15T05:01:00.000Z');
          const [onTime] = await plan(one, 1, { plannedLocal: '2026-06-15T13:01' });
          await Promise.all([one.sweep.execute(), two.sweep.execute(), one.sweep.execute()]);
          const [first] = await database.query<{ n: string }>('SELECT COUNT(*) AS n FROM community_post');
          const mine = await postsOf(onTime!);
          const all = await sweepFor(two, 32);
          return [
            ...(first!.n === '2' ? [] : [`${first!.n} posts at once`]),
            ...(mine.length === 1 ? [] : ['what is on time waited']),
            ...(all === 31 ? [] : [`${all} of 31 posts after half an hour`]),
          ];
        },
      });
    });
  });
});
