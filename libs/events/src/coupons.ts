export interface CouponEvents {
  'coupons.coupon-claimed.v1': { couponId: string; templateId: string; memberId: string; at: string };
  /** A friend took it: the same coupon has another owner. `name` is the coupon's. */
  'coupons.gift-accepted.v1': {
    giftId: string;
    couponId: string;
    templateId: string;
    fromMemberId: string;
    toMemberId: string;
    name: string;
    at: string;
  };
  /** Nobody took it in time: it is the giver's again. */
  'coupons.gift-returned.v1': {
    giftId: string;
    couponId: string;
    templateId: string;
    memberId: string;
    name: string;
    at: string;
  };
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
