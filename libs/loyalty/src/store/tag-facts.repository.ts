import type { MemberId } from '@fanloop/kernel';
import { chunks, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

/** A tag that a member holds, or does not hold any more, from `at` on. */
export interface TagFact {
  readonly memberId: MemberId;
  readonly tagCode: string;
  readonly held: boolean;
  readonly at: Date;
}

const ROWS_PER_STATEMENT = 500;

/** Tags of members as events told them. The later of two opposite events wins, whichever arrives first. */
@Injectable()
export class TagFactsRepository {
  async write(tx: Tx, facts: readonly TagFact[]): Promise<void> {
    const rows = [...latest(facts).values()].map(({ memberId, tagCode, held, at }) => [
      memberId,
      tagCode,
      held ? 1 : 0,
      at,
    ]);
    for (const part of chunks(rows, ROWS_PER_STATEMENT))
      await tx.execute(
        `INSERT INTO loyalty_member_tag (member_id, tag_code, held, at) VALUES ?
         ON DUPLICATE KEY UPDATE held = CASE WHEN VALUES(at) >= at THEN VALUES(held) ELSE held END,
           at = GREATEST(at, VALUES(at))`,
        [part],
      );
  }

  async forget(tx: Tx, members: readonly MemberId[]): Promise<void> {
    if (members.length > 0) await tx.execute('DELETE FROM loyalty_member_tag WHERE member_id IN (?)', [members]);
  }
}

const latest = (facts: readonly TagFact[]): Map<string, TagFact> => {
  const byTag = new Map<string, TagFact>();
  for (const fact of facts) {
    const key = `${fact.memberId} ${fact.tagCode}`;
    const known = byTag.get(key);
    if (!known || fact.at >= known.at) byTag.set(key, fact);
  }
  return byTag;
};
