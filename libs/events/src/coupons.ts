export interface CouponEvents {
  'coupons.coupon-claimed.v1': { couponId: string; templateId: string; memberId: string; at: string };
  'coupons.coupon-redeemed.v1': {
    couponId: string;
    templateId: string;
    memberId: string;
    /** The till's own reference of the purchase. */
    reference: string;
    discountFen: number;
    at: string;
  };
  'coupons.coupon-returned.v1': {
    couponId: string;
    templateId: string;
    memberId: string;
    reference: string;
    at: string;
  };
  /** Coupons of a member that end with `lastDay` (`YYYY-MM-DD` of the brand); told once per coupon and reminder. */
  'coupons.coupons-expiring.v1': { memberId: string; coupons: number; lastDay: string; daysLeft: number; at: string };
}
