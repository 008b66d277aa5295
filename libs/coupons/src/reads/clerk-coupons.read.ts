import type { Clock, MemberId, StaffId } from '@fanloop/kernel';
import { BusinessCalendar, CLOCK, num, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { whyNotClaimable } from '../rules/claim';
import { headline, validityText } from '../rules/sentence';
import { ClerkDayRepository } from '../store/clerk-day.repository';
import { dayLeftOf, type TemplateRow } from '../store/template.repository';
import { TermsRepository } from '../store/terms.repository';

/** A coupon that a clerk may hand to the member who stands there. */
export interface ClerkCoupon {
  readonly templateId: string;
  readonly name: string;
  readonly headline: string;
  readonly terms: string;
  readonly validityText: string;
  /** How many of it this clerk may still give today. */
  readonly leftToday: number;
  /** Why this member cannot be given one now, in Chinese. */
  readonly reason: string | null;
}

const MOST = 50;

/** What a clerk may give, the newest first. */
@Injectable()
export class ClerkCouponsRead {
  constructor(
    private readonly reader: Reader,
    private readonly terms: TermsRepository,
    private readonly days: ClerkDayRepository,
    private readonly calendar: BusinessCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async for(staffId: StaffId, memberId: MemberId): Promise<ClerkCoupon[]> {
    const now = this.clock.now();
    const day = this.calendar.date(now);
    const rows = await this.reader.query<TemplateRow & { mine: string }>(
      `SELECT t.*, (SELECT COUNT(*) FROM coupons_coupon c
                     WHERE c.template_id = t.id AND c.member_id = ? AND c.ordinal > 0) AS mine
         FROM coupons_template t WHERE t.status = 'active' AND t.clerk_per_day IS NOT NULL ORDER BY t.id DESC LIMIT ${MOST}`,
      [memberId],
    );
    const [terms, given] = await Promise.all([
      this.terms.byIds(rows.map((row) => row.terms_id)),
      this.days.given(this.reader, staffId, day),
    ]);
    return rows.map((row) => {
      const version = terms.get(row.terms_id)!;
      const leftToday = Math.max(0, row.clerk_per_day! - (given.get(row.id) ?? 0));
      const claimable = {
        ...{ status: row.status, stockLeft: row.stock_left, dayLeft: dayLeftOf(row, day) },
        ...{ perMemberLimit: row.per_member_limit, claimFrom: row.claim_from, claimUntil: row.claim_until },
        terms: version.terms,
      };
      const refusal = whyNotClaimable(claimable, { claimed: num(row.mine), isWelcome: true }, now);
      return {
        templateId: row.id,
        name: version.terms.name,
        headline: headline(version.terms),
        terms: version.termsText,
        validityText: validityText(version.terms.validity, (at) => this.calendar.local(at)),
        leftToday,
        reason: refusal?.reason('zh') ?? null,
      };
    });
  }
}
