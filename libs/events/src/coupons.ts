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
}
