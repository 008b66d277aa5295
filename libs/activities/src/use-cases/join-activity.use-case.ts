import type { ActivityId, Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, GroupCommit, Idempotency, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type Admission, AdmitMembers } from './admit-members.use-case';

export interface JoinActivityCommand {
  readonly activityId: ActivityId;
  readonly memberId: MemberId;
  readonly idempotencyKey: string;
}

/**
 * A member signs up: for a seat, or for the waiting list when all are taken. Sign-ups that wait at the same moment share
 * one transaction, and each is answered after COMMIT. Throws ActivityNotFound, ActivityNotOpen, SignUpEnded,
 * AlreadyJoined.
 */
@Injectable()
export class JoinActivity {
  private readonly commits: GroupCommit<JoinActivityCommand, Admission>;

  constructor(unitOfWork: UnitOfWork, idempotency: Idempotency, admit: AdmitMembers, @Inject(CLOCK) clock: Clock) {
    this.commits = new GroupCommit(unitOfWork, (tx, commands) =>
      idempotency.runMany<Admission>(tx, commands.map(claimOf), (fresh) =>
        admit.execute(
          tx,
          fresh.map((i) => commands[i]!),
          clock.now(),
        ),
      ),
    );
  }

  execute(command: JoinActivityCommand): Promise<Admission> {
    return this.commits.submit(command);
  }
}

const claimOf = ({ activityId, memberId, idempotencyKey }: JoinActivityCommand) => ({
  scope: `activities.join:member:${memberId}`,
  key: idempotencyKey,
  input: { activityId },
});
