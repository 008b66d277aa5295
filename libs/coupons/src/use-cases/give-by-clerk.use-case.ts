import { type MemberId, type StaffId, unwrap } from '@fanloop/kernel';
import { BusinessCalendar, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { ClerkDayRepository } from '../store/clerk-day.repository';
import { TemplateRepository } from '../store/template.repository';
import { GrantCoupons, type GrantedCoupon } from './grant-coupons.use-case';

export interface GiveByClerkCommand {
  readonly templateId: string;
  readonly memberId: MemberId;
  readonly staffId: StaffId;
}

/**
 * A clerk gives one coupon to the member who stands there, in the caller's transaction: of those that the manager has left to
 * clerks, and so many a day. The template is locked first, then the clerk's count of the day. Throws TemplateNotFound,
 * NotByClerks, ClerkDaySpent, and what a claim is refused for.
 */
@Injectable()
export class GiveByClerk {
  constructor(
    private readonly templates: TemplateRepository,
    private readonly days: ClerkDayRepository,
    private readonly grants: GrantCoupons,
    private readonly calendar: BusinessCalendar,
  ) {}

  async execute(tx: Tx, { templateId, memberId, staffId }: GiveByClerkCommand, now: Date): Promise<GrantedCoupon> {
    const template = (await this.templates.lock(tx, [templateId])).get(templateId);
    if (!template) throw refuse('TemplateNotFound');
    const limit = template.clerk_per_day;
    if (limit === null) throw refuse('NotByClerks');
    const day = this.calendar.date(now);
    if (!(await this.days.take(tx, { templateId, staffId, day, limit }))) throw refuse('ClerkDaySpent', { limit });
    const [outcome] = await this.grants.execute(tx, [{ templateId, memberId, channel: 'clerk' }], now);
    return unwrap(outcome!);
  }
}
