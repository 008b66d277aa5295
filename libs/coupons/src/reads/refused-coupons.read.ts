import type { MemberId } from '@fanloop/kernel';
import { json, num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { reasonOf } from '../rules/refusals';
import type { CouponTerms } from '../rules/terms';

/** A coupon that a rule should have given and could not. */
export interface RefusedCoupon {
  readonly id: string;
  readonly memberId: MemberId;
  readonly templateId: string;
  /** Null: there is no such template. */
  readonly templateName: string | null;
  readonly ruleName: string;
  /** Why, in the manager's language. */
  readonly reason: string;
  readonly at: Date;
}

const SHOWN = 500;

/** What waits for a person to give it later, or to let it be. */
@Injectable()
export class RefusedCouponsRead {
  constructor(private readonly reader: Reader) {}

  async count(): Promise<number> {
    const row = await this.reader.one<{ n: string }>(
      "SELECT COUNT(*) AS n FROM coupons_reward WHERE state = 'refused'",
    );
    return num(row?.n);
  }

  /** The newest first. */
  async list(): Promise<RefusedCoupon[]> {
    const rows = await this.reader.query<
      Omit<RefusedCoupon, 'templateName' | 'reason'> & { terms: unknown; refusal: string }
    >(
      `SELECT r.id, r.member_id AS memberId, r.template_id AS templateId, r.rule_name AS ruleName, r.refusal, r.at, c.terms
         FROM coupons_reward r
         LEFT JOIN coupons_template t ON t.id = r.template_id LEFT JOIN coupons_terms c ON c.id = t.terms_id
        WHERE r.state = 'refused' ORDER BY r.id DESC LIMIT ?`,
      [SHOWN],
    );
    return rows.map(({ terms, refusal, ...row }) => ({
      ...row,
      templateName: terms ? json<CouponTerms>(terms).name : null,
      reason: reasonOf(refusal),
    }));
  }
}
