import { AudienceRepository, GrantCoupons } from '@fanloop/coupons';
import type { Clock, MemberId, Outcome } from '@fanloop/kernel';
import { MembersDoor } from '@fanloop/members';
import { CLOCK, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type Given, type Seat, settleChunk, sharesOf } from '../rules/chunk';
import { membersPerChunk } from '../rules/issue';
import type { Hold } from '../store/issue-progress';
import { IssueSteps } from '../store/issue-steps';

/**
 * Gives the next members of the frozen audience their coupons: who is still with the brand, coupons, stock, skips and the new place
 * are one transaction. Lock order: the issue, the members ascending, the coupon's template last, so that claims at the till wait
 * for nothing but the writing of the coupons.
 */
@Injectable()
export class IssueChunk {
  constructor(
    private readonly steps: IssueSteps,
    private readonly audiences: AudienceRepository,
    private readonly members: MembersDoor,
    private readonly grants: GrantCoupons,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** False when the issue is not this worker's any more. */
  next(hold: Hold): Promise<boolean> {
    const { issue } = hold;
    const { copies, carried } = issue;
    return this.steps.unitOfWork.run(async (tx) => {
      if (!(await this.steps.progress.keep(tx, hold))) return false;
      const ids = await this.audiences.page(tx, issue.audienceId!, issue.doneTo, membersPerChunk(copies));
      if (ids.length === 0) return this.steps.progress.end(tx, issue, 'done');
      const seats = ids.map((memberId, i): Seat => ({ position: issue.doneTo + i + 1, memberId }));
      const outside = await this.outside(tx, ids);
      const shares = sharesOf(seats, { copies, carried });
      const asked = seats.flatMap(({ memberId }, i) =>
        outside.has(memberId) ? [] : [{ memberId, share: shares[i]! }],
      );
      const given = await this.give(tx, issue.templateId, asked);
      const chunk = settleChunk(seats, { copies, carried }, outside, given);
      await this.steps.skips.insert(tx, issue.issueId, chunk.skips);
      if (!(await this.steps.progress.advance(tx, issue, chunk)))
        throw new Error(`issue ${issue.issueId} changed under its lock`);
      // The last chunk ends it: a cancel that comes now finds nothing left to cancel.
      const isLast = chunk.held === null && chunk.doneTo >= issue.members;
      return isLast ? this.steps.progress.end(tx, issue, 'done') : true;
    });
  }

  private async outside(tx: Tx, ids: readonly MemberId[]): Promise<Map<MemberId, string>> {
    const statuses = await this.members.lockStatuses(tx, ids);
    return new Map(
      ids.flatMap((id): [MemberId, string][] => {
        const status = statuses.get(id);
        if (status === 'active') return [];
        return [[id, status === 'frozen' ? 'MemberFrozen' : 'MemberClosed']];
      }),
    );
  }

  private async give(
    tx: Tx,
    templateId: string,
    asked: readonly { readonly memberId: MemberId; readonly share: number }[],
  ): Promise<Given[]> {
    const commands = asked.flatMap(({ memberId, share }) =>
      Array.from({ length: share }, () => ({ templateId, memberId, channel: 'bulk' as const })),
    );
    const outcomes = commands.length > 0 ? await this.grants.execute(tx, commands, this.clock.now()) : [];
    let next = 0;
    return asked.map(({ share }) => {
      const mine = outcomes.slice(next, next + share);
      next += share;
      return { coupons: mine.filter(({ ok }) => ok).length, refusal: firstRefusal(mine) };
    });
  }
}

const firstRefusal = (outcomes: readonly Outcome<unknown>[]): string | null => {
  for (const outcome of outcomes) if (!outcome.ok) return outcome.refusal.code;
  return null;
};
