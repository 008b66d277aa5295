import type { Tx } from '@fanloop/platform';
import { type Counters, PostRepository } from '../../../libs/community/src/store/post.repository';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent, type Violations } from '../../support/proves-absent';
import { communityOn, plan, type Twins } from './community-on';
import { wrongCounters } from './invariants';

describe('the counters of a post', () => {
  const database = usePrivateDatabase();
  const clock = new FixedClock();
  const reset = async (): Promise<void> => {
    await database.truncateAll();
    clock.set('2026-06-15T04:00:00.000Z');
  };

  /** Broken: reads the counter without a lock and writes it back as a value. */
  class AbsoluteCounters extends PostRepository {
    override async lock(tx: Tx, postId: string): Promise<Counters> {
      const [row] = await tx.query<Counters>('SELECT likes, comments FROM community_post WHERE id = ?', [postId]);
      return row!;
    }
    override async count(tx: Tx, postId: string, counter: keyof Counters, by: number): Promise<void> {
      const now = await this.lock(tx, postId);
      await tx.execute(`UPDATE community_post SET ${counter} = ? WHERE id = ?`, [now[counter] + by, postId]);
    }
  }

  it('L3 likes and unlikes of a crowd over two posts: the counters always equal the rows', async () => {
    const pools = [await database.another(8), await database.another(8)];
    await provesAbsent<Twins>({
      reset,
      sound: () => ({}),
      broken: () => ({ posts: new AbsoluteCounters() }),
      scenario: async (twins): Promise<Violations> => {
        const [one, two] = pools.map((pool) => communityOn(pool, clock, twins));
        await plan(one!, 2);
        clock.advance({ minutes: 1 });
        await one!.sweep.execute();
        const posts = await database.query<{ id: string }>('SELECT id FROM community_post ORDER BY id');
        const crowd = Array.from({ length: 30 }, (_, i) => String(7001 + i));
        // Everybody likes both posts twice; every third takes it back; two accounts are closed meanwhile.
        await Promise.allSettled(
          crowd.flatMap((memberId, i) =>
            posts.flatMap(({ id: postId }) => [
              one!.like.execute({ postId, memberId }),
              two!.like.execute({ postId, memberId }),
              ...(i % 3 === 0 ? [two!.unlike.execute({ postId, memberId })] : []),
            ]),
          ),
        );
        await Promise.allSettled(
          ['7001', '7002'].map((memberId) => one!.unitOfWork.run((tx) => two!.forget.execute(tx, [memberId]))),
        );
        return wrongCounters(database);
      },
    });
  });
});
