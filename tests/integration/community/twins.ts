import { addMs } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { type Claim, DueContentRepository } from '../../../libs/community/src/store/due-content.repository';
import { OccurrenceRepository } from '../../../libs/community/src/store/occurrence.repository';
import { type NewPost, PostRepository } from '../../../libs/community/src/store/post.repository';
import type { SweepParts, Twins } from './community-on';

/** Broken: post and event in one transaction, the state in the next. Dying in between publishes again. */
export const publishesFirstMarksLater = ({ unitOfWork, due, feed, occurrences, clock }: SweepParts) => ({
  execute: async () => {
    const claims = await unitOfWork.run((tx) => due.claimDue(tx, clock.now(), 100));
    for (const claim of claims) {
      await unitOfWork.run((tx) => occurrences.dispatch(tx, claim, clock.now()));
      await unitOfWork.run((tx) => feed.execute(tx, claim, clock.now()));
      await unitOfWork.run((tx) => occurrences.settle(tx, claim, 'done', null, clock.now()));
    }
  },
});

/** Broken: marks what is due as done and then publishes it. Dying in between loses it. */
export const marksFirstPublishesLater = ({ unitOfWork, due, feed, occurrences, clock }: SweepParts) => ({
  execute: async () => {
    const claims = await unitOfWork.run((tx) => due.claimDue(tx, clock.now(), 100));
    for (const claim of claims) {
      await unitOfWork.run((tx) => occurrences.settle(tx, claim, 'done', null, clock.now()));
      await unitOfWork.run((tx) => feed.execute(tx, claim, clock.now()));
    }
  },
});

/** Broken: every post has an occurrence key of its own making, so the unique key protects nothing. */
let other = 900_000_000;
export class PostsWithoutKey extends PostRepository {
  override insert(tx: Tx, post: NewPost): Promise<string> {
    other += 1;
    return super.insert(tx, { ...post, occurrenceId: `${process.pid}${other}` });
  }
}

/** The variants of the test with killed processes, by name; `sound` is the product as it ships. */
export const twinOf = (variant: string): Twins | undefined =>
  ({
    twice: { sweep: publishesFirstMarksLater, posts: new PostsWithoutKey() },
    lost: { sweep: marksFirstPublishesLater },
  })[variant];

/** Broken: finds what is due by an ordinary SELECT, so two sweeps find the same. */
export class DueWithoutLock extends DueContentRepository {
  override async claimDue(tx: Tx, now: Date): Promise<Claim[]> {
    const rows = await tx.query<{ id: string; content_id: string }>(
      "SELECT id, content_id FROM community_occurrence WHERE state = 'planned' AND planned_at <= ?",
      [now],
    );
    for (const row of rows)
      await tx.execute(
        "UPDATE community_occurrence SET state = 'claimed', lease_token = 'anybody', lease_until = ? WHERE id = ?",
        [addMs(now, 30_000), row.id],
      );
    return rows.map((row) => ({ occurrenceId: row.id, contentId: row.content_id, token: 'anybody' }));
  }
}

/** Broken: believes what it claimed, and does not ask again when it fires. */
export class TrustsItsClaim extends OccurrenceRepository {
  override async lock(tx: Tx, claim: Claim) {
    const [row] = await tx.query<{ planned_at: Date; late_until: Date }>(
      'SELECT planned_at, late_until FROM community_occurrence WHERE id = ?',
      [claim.occurrenceId],
    );
    if (!row) return null;
    const { planned_at: plannedAt, late_until: lateUntil } = row;
    const schedule = { plannedAt, paused: false };
    return {
      state: 'claimed' as const,
      leaseToken: claim.token,
      attempts: 1,
      plannedAt,
      lateUntil,
      failure: null,
      schedule,
    };
  }
}

/** Broken: one transaction for all that is due; one bad row takes the others with it. */
export const allInOne = ({ unitOfWork, due, feed, occurrences, clock }: SweepParts) => ({
  execute: () =>
    unitOfWork.run(async (tx) => {
      for (const claim of await due.claimDue(tx, clock.now(), 100)) {
        await feed.execute(tx, claim, clock.now());
        await occurrences.settle(tx, claim, 'done', null, clock.now());
      }
    }),
});

/** Broken: whatever is due goes out at once, however late it is. */
export class DueWithoutMisfire extends DueContentRepository {
  override async claimDue(tx: Tx, now: Date): Promise<Claim[]> {
    await tx.execute("UPDATE community_occurrence SET late_until = '2100-01-01' WHERE state = 'planned'");
    const token = '00000000-0000-4000-8000-000000000000';
    await tx.execute(
      `UPDATE community_occurrence SET state = 'claimed', lease_token = ?, lease_until = ?
        WHERE state = 'planned' AND planned_at <= ?`,
      [token, addMs(now, 30_000), now],
    );
    const rows = await tx.query<{ id: string; content_id: string }>(
      "SELECT id, content_id FROM community_occurrence WHERE state = 'claimed' AND lease_token = ?",
      [token],
    );
    return rows.map((row) => ({ occurrenceId: row.id, contentId: row.content_id, token }));
  }
}
