import { domainEvent } from '@fanloop/events';
import type { Clock } from '@fanloop/kernel';
import { CLOCK, Outbox, type Tx, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { MembershipRepository } from '../store/membership.repository';

const MEMBERS_PER_TRANSACTION = 500;

/**
 * Tells others which tags members hold, once: for tags that began before their beginnings were told. In bounded
 * transactions with a mark of how far it came, so it may be stopped anywhere; many may run. Each tag carries the moment of
 * its beginning, so a change that is told meanwhile wins by being later.
 */
@Injectable()
export class TellTags {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly memberships: MembershipRepository,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** How many members were told of. */
  async execute(): Promise<{ members: number }> {
    for (let members = 0; ; ) {
      const told = await this.unitOfWork.run((tx) => this.next(tx));
      if (told === 0) return { members };
      members += told;
    }
  }

  /** The whole once more: for a consumer that was rebuilt. */
  askAgain(): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await tx.execute('UPDATE tagging_telling SET after_member = 0, done = 0 WHERE id = 1');
    });
  }

  private async next(tx: Tx): Promise<number> {
    const [mark] = await tx.query<{ after_member: string }>(
      'SELECT after_member FROM tagging_telling WHERE id = 1 AND done = 0 FOR UPDATE SKIP LOCKED',
    );
    if (!mark) return 0;
    const tags = await this.memberships.nextMembers(tx, mark.after_member, MEMBERS_PER_TRANSACTION);
    const at = this.clock.now();
    await this.outbox.append(
      tx,
      [...tags].map(([memberId, held]) =>
        domainEvent(
          'tagging.tags-told.v1',
          {
            memberId,
            tags: held.map(({ tagCode, since }) => ({ tagCode, since: since.toISOString() })),
            at: at.toISOString(),
          },
          at,
        ),
      ),
    );
    const last = [...tags.keys()].at(-1);
    await tx.execute('UPDATE tagging_telling SET after_member = ?, done = ? WHERE id = 1', [
      last ?? mark.after_member,
      tags.size < MEMBERS_PER_TRANSACTION ? 1 : 0,
    ]);
    return tags.size;
  }
}
