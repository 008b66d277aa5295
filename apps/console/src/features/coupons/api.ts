import { api } from '../../shared/api/transport';
import type { CouponDraft, CouponStatistics, CouponStatus, CouponTemplate } from '../../shared/api/types/coupons';

const BASE = '/console/coupons/templates';
export const couponsKey = ['coupons'];
export const statisticsKey = (templateId: string) => ['coupon-statistics', templateId];

export const listCoupons = () => api.get<{ items: CouponTemplate[] }>(BASE, { pageSize: 200 });
export const createCoupon = (draft: CouponDraft) => api.post<CouponTemplate>(BASE, draft);
export const reviseCoupon = (templateId: string, draft: CouponDraft) =>
  api.put<CouponTemplate>(`${BASE}/${templateId}`, draft);
export const setCouponStatus = (templateId: string, status: CouponStatus) =>
  api.post(`${BASE}/${templateId}/status`, { status });
export const couponStatistics = (templateId: string) => api.get<CouponStatistics>(`${BASE}/${templateId}/statistics`);
