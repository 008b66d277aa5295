import type { ActivityId, Clock, MemberId, StaffId } from '@fanloop/kernel';
import { OrganizationDoor } from '@fanloop/organization';
import { CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { whyNotCheckIn } from '../rules/entry';
import { refuse } from '../rules/refusals';
import { CheckInDesk } from '../store/check-in-desk';
import { ThankForComing, type Thanks } from './thank-for-coming.use-case';

export interface CheckInCommand {
  readonly activityId: ActivityId;
  /** The rotating code that the member shows, or the number of the entry. */
  readonly code: string;
  readonly staffId: StaffId;
}

export interface CheckedIn {
  readonly memberId: MemberId;
  readonly entryNo: string;
  /** The coupon of the activity; null: it gives none. */
  readonly coupon: Thanks | null;
}

/**
 * Checks a person in, once: the state changes by a conditional statement, so a code that is shown twice, or read by two
 * clerks at once, admits one person (A6). Throws CheckInCodeInvalid, AlreadyCheckedIn, StillWaiting, EntryCancelled,
 * CheckInNotOpen, and what the organization says of a clerk of another store.
 */
@Injectable()
export class CheckInEntry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organization: OrganizationDoor,
    private readonly desk: CheckInDesk,
    private readonly thanks: ThankForComing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ activityId, code, staffId }: CheckInCommand): Promise<CheckedIn> {
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      const activity = await this.desk.activity(tx, activityId);
      if (!activity) throw refuse('ActivityNotFound');
      await this.organization.assertMay(staffId, 'activities.check-in', activity.storeId ?? undefined);
      const entry = await this.desk.entry(tx, activityId, code, now);
      const refusal = whyNotCheckIn(activity, entry?.state, now);
      if (refusal || !entry) throw refusal ?? refuse('CheckInCodeInvalid');
      if (!(await this.desk.attend(tx, activityId, entry, now))) throw refuse('AlreadyCheckedIn');
      const { entryId, memberId, entryNo } = entry;
      const coupon = { entryId, memberId, templateId: activity.couponTemplateId };
      return { memberId, entryNo, coupon: await this.thanks.execute(tx, coupon, now) };
    });
  }
}
