import type { Clock, MemberId } from '@fanloop/kernel';
import { BusinessCalendar, CLOCK, num, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { whyNotClaimable } from '../rules/claim';
import { validityText } from '../rules/sentence';
import { dayLeftOf, type TemplateRow } from '../store/template.repository';
import { TermsRepository, type TermsVersion } from '../store/terms.repository';
import { type Face, faceOf } from './face';

export interface ClaimableTemplateView extends Face {
  readonly templateId: string;
  readonly validityText: string;
  readonly stockLeft: number;
  readonly perMemberLimit: number;
  readonly claimedByMe: number;
  readonly claimable: boolean;
  /** Why it is not, in Chinese. */
  readonly reason: string | null;
}

const MOST = 100;

/**
 * What can be claimed now, or could have been: sold out and claimed-up ones stay in sight with their reason. What is open to
 * an audience is seen by its members only; what is only issued, by nobody.
 */
@Injectable()
export class ClaimableTemplatesRead {
  constructor(
    private readonly reader: Reader,
    private readonly terms: TermsRepository,
    private readonly calendar: BusinessCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param memberId null for a visitor who is not a member yet */
  async list(memberId: MemberId | null): Promise<ClaimableTemplateView[]> {
    const now = this.clock.now();
    const rows = await this.reader.query<TemplateRow>(
      `SELECT t.* FROM coupons_template t
        WHERE status = 'active' AND (claim_until IS NULL OR claim_until > ?)
          AND (open_to = 'everyone' OR (open_to = 'audience' AND EXISTS
                (SELECT 1 FROM coupons_audience_member m WHERE m.audience_id = t.audience_id AND m.member_id = ?)))
        ORDER BY id DESC LIMIT ${MOST}`,
      [now, memberId],
    );
    if (rows.length === 0) return [];
    const terms = await this.terms.byIds(rows.map((row) => row.terms_id));
    const claimed = await this.claimedBy(memberId, rows);
    return rows.map((row) => this.view(row, terms.get(row.terms_id)!, claimed.get(row.id) ?? 0, now));
  }

  private async claimedBy(memberId: MemberId | null, rows: readonly TemplateRow[]): Promise<Map<string, number>> {
    if (memberId === null) return new Map();
    const counts = await this.reader.query<{ template_id: string; n: string }>(
      // As claims count them: what was given on is still claimed, what came as a gift or was taken back is not.
      `SELECT template_id, COUNT(*) AS n FROM (
         SELECT template_id FROM coupons_coupon WHERE member_id = ? AND ordinal > 0
          UNION ALL SELECT template_id FROM coupons_gift
           WHERE from_member_id = ? AND state = 'accepted' AND from_ordinal > 0
       ) claims WHERE template_id IN (?) GROUP BY template_id`,
      [memberId, memberId, rows.map((row) => row.id)],
    );
    return new Map(counts.map((row) => [row.template_id, num(row.n)]));
  }

  private view(row: TemplateRow, version: TermsVersion, claimedByMe: number, now: Date): ClaimableTemplateView {
    const { terms } = version;
    const claimable = {
      status: row.status,
      stockLeft: row.stock_left,
      perMemberLimit: row.per_member_limit,
      claimFrom: row.claim_from,
      claimUntil: row.claim_until,
      dayLeft: dayLeftOf(row, this.calendar.date(now)),
      terms,
    };
    const refusal = whyNotClaimable(claimable, { claimed: claimedByMe, isWelcome: true }, now);
    return {
      templateId: row.id,
      validityText: validityText(terms.validity, (at) => this.calendar.local(at)),
      stockLeft: row.stock_left,
      perMemberLimit: row.per_member_limit,
      claimedByMe,
      claimable: refusal === null,
      reason: refusal?.reason('zh') ?? null,
      ...faceOf(version),
    };
  }
}
