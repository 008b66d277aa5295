import { type Clock, type MemberId, type StaffId, unwrap } from '@fanloop/kernel';
import { CLOCK, type RateLimit, RateLimits, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type MemberCodeKeys, readMemberCode } from '../rules/member-code';
import { refuse } from '../rules/refusals';
import { CodeUseRepository } from '../store/code-use.repository';
import { MemberRepository } from '../store/member.repository';
import { MEMBER_CODE_KEYS } from '../store/member-code-keys';

/** Codes that did not open anything, by one clerk in five minutes. */
const BY_CLERK: RateLimit = { name: 'member-code', points: 20, windowSeconds: 300 };

/**
 * Whose code was scanned. Each code opens one thing once: the use is a row of the caller's own transaction. Every try is
 * counted before it is looked at and given back when it was right, so guessing stays limited also in parallel.
 */
@Injectable()
export class ResolveMemberCode {
  constructor(
    private readonly limits: RateLimits,
    private readonly members: MemberRepository,
    private readonly uses: CodeUseRepository,
    @Inject(MEMBER_CODE_KEYS) private readonly keys: MemberCodeKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses MemberCodeInvalid, MemberCodeUsed, TooManyTries. */
  async execute(tx: Tx, command: { readonly code: string; readonly staffId: StaffId }): Promise<MemberId> {
    await this.limits.consume(BY_CLERK, command.staffId);
    const now = this.clock.now();
    const { memberId, step } = unwrap(readMemberCode(command.code, now, this.keys));
    const [member] = await this.members.byIds(tx, [memberId]);
    if (member?.status !== 'active') throw refuse('MemberCodeInvalid');
    await this.uses.use(tx, { memberId, step, at: now, staffId: command.staffId });
    await this.limits.giveBack(BY_CLERK, command.staffId);
    return memberId;
  }
}
