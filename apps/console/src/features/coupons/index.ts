export { CouponEditPage } from './coupon-edit-page';
export { CouponSettingsPage } from './coupon-settings-page';
export { CouponsPage } from './coupons-page';
