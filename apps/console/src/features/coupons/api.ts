import { allRows, client } from '../../shared/api/client';
import type { CouponDraft, CouponStatus } from '../../shared/api/types';

export const couponsKey = ['coupons'];
export const couponKey = (templateId: string) => ['coupons', templateId];
export const statisticsKey = (templateId: string) => ['coupon-statistics', templateId];

const of = (templateId: string) => ({ params: { id: templateId } });

export const listCoupons = () =>
  allRows((page, pageSize) => client.get('/api/console/coupons/templates', { query: { page, pageSize } }));
export const readCoupon = (templateId: string) => client.get('/api/console/coupons/templates/{id}', of(templateId));
/** A new coupon waits until somebody has looked at it once more and begins to hand it out. */
export const createCoupon = (draft: CouponDraft) =>
  client.post('/api/console/coupons/templates', { body: { ...draft, status: 'paused' } });
export const reviseCoupon = (templateId: string, body: CouponDraft) =>
  client.put('/api/console/coupons/templates/{id}', { ...of(templateId), body });
export const setCouponStatus = (templateId: string, status: CouponStatus) =>
  client.post('/api/console/coupons/templates/{id}/status', { ...of(templateId), body: { status } });
export const couponStatistics = (templateId: string) =>
  client.get('/api/console/coupons/templates/{id}/statistics', of(templateId));
