import type { Clock } from '@fanloop/kernel';
import {
  AccountsRead,
  type AdjustmentRequestView,
  adjustmentLimit,
  approvalLimit,
  decisionRefusal,
  SettingsRead,
} from '@fanloop/loyalty';
import { MembersDoor } from '@fanloop/members';
import { OrganizationDoor } from '@fanloop/organization';
import { CLOCK } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { StaffCaller } from '../auth';
import { toWire } from '../wire';
import type { AdjustmentRequestDto } from './adjustment-requests.dto';
import { staffNamesOf } from './staff-names';

/** Requests as one person sees them: with names, and with what this person may do about each. */
@Injectable()
export class AdjustmentRequestViews {
  constructor(
    private readonly settings: SettingsRead,
    private readonly accounts: AccountsRead,
    private readonly members: MembersDoor,
    private readonly organization: OrganizationDoor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async limitsOf({ role, permissions }: StaffCaller): Promise<{ alone: number | null; approve: number | null }> {
    const settings = await this.settings.current();
    const approve = permissions.includes('points.approve') ? approvalLimit(settings, role) : 0;
    return { alone: adjustmentLimit(settings, role), approve };
  }

  async of(requests: readonly AdjustmentRequestView[], caller: StaffCaller): Promise<AdjustmentRequestDto[]> {
    const ids = requests.map(({ memberId }) => memberId);
    const [limits, people, accounts, nameOf] = await Promise.all([
      this.settings.current(),
      this.members.summaries(ids),
      this.accounts.execute(ids),
      staffNamesOf(
        this.organization,
        requests.flatMap(({ askedBy, decidedBy }) => [askedBy, decidedBy]),
      ),
    ]);
    const decider = { by: `staff:${caller.staffId}`, role: caller.role };
    const approves = caller.permissions.includes('points.approve');
    const at = this.clock.now();
    return requests.map((request) => {
      const refusal = (verdict: 'approved' | 'rejected' | 'withdrawn') =>
        decisionRefusal(request, verdict, decider, { limits, at });
      const forbidden = refusal('approved');
      const person = people.get(request.memberId);
      return toWire({
        ...request,
        memberNo: person?.memberNo ?? null,
        nickname: person?.nickname ?? null,
        available: accounts.get(request.memberId)?.available ?? 0,
        askedBy: nameOf(request.askedBy),
        decidedBy: request.decidedBy === null ? null : nameOf(request.decidedBy),
        mayApprove: approves && forbidden === null,
        mayReject: approves && refusal('rejected') === null,
        mayWithdraw: refusal('withdrawn') === null,
        whyNotApprove: forbidden?.reason('zh') ?? null,
      });
    });
  }
}
