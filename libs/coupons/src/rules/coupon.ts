import type { CouponId, MemberId } from '@fanloop/kernel';
import type { IssueChannel } from './issue-channel';
import type { CouponState, CouponTerms } from './terms';

/** A member's coupon as a decision sees it. */
export interface Coupon {
  readonly couponId: CouponId;
  readonly couponNo: string;
  readonly templateId: string;
  readonly memberId: MemberId;
  readonly channel: IssueChannel;
  readonly state: CouponState;
  readonly validFrom: Date;
  readonly validUntil: Date;
  /** The order that holds a locked coupon, and until when. */
  readonly lockReference: string | null;
  readonly lockedUntil: Date | null;
  /** The grace of a return was given already. */
  readonly graced: boolean;
  readonly terms: CouponTerms;
}
