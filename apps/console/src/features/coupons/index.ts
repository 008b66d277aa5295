export { CouponEditPage } from './coupon-edit-page';
export { CouponsPage } from './coupons-page';
