/** What a member reads in the inbox: `一张` or `3 张`. The name of the coupon is the brand's, its terms are on the ticket. */
export const issuedNotice = (
  couponName: string,
  coupons: number,
): { readonly title: string; readonly text: string } => ({
  title: '您收到了新的优惠券',
  text: `${coupons === 1 ? '一张' : `${coupons} 张`}“${couponName}”已放进您的券包，在“可用”里就能看到。`,
});
