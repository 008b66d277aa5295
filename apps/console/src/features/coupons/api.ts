import { allRows, client } from '../../shared/api/client';
import type { CouponDraft, CouponSettings, CouponStatusChange, TillSettings } from '../../shared/api/types';

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
export const setCouponStatus = (templateId: string, change: CouponStatusChange) =>
  client.post('/api/console/coupons/templates/{id}/status', {
    ...of(templateId),
    body: { pauseUse: false, voidUnused: null, ...change },
  });
export const couponStatistics = (templateId: string) =>
  client.get('/api/console/coupons/templates/{id}/statistics', of(templateId));

export const breakdownKey = (templateId: string) => ['coupon-statistics', templateId, 'breakdown'];
export const couponBreakdown = (templateId: string) =>
  client.get('/api/console/coupons/templates/{id}/breakdown', of(templateId));

export const budgetsKey = (templateId: string) => ['coupon-budgets', templateId];
export const couponBudgets = (templateId: string) =>
  client.get('/api/console/coupons/templates/{id}/budgets', of(templateId));

export const previewKey = (draft: CouponDraft) => ['coupon-preview', draft];
/** What a draft says, in the words that will be kept. */
export const previewCoupon = (body: CouponDraft) => client.post('/api/console/coupons/template-preview', { body });

export const couponSettingsKey = ['coupon-settings'];
export const readCouponSettings = () => client.get('/api/console/coupons/settings');
export const saveCouponSettings = (body: CouponSettings) => client.put('/api/console/coupons/settings', { body });
export const tillSettingsKey = ['till-settings'];
export const readTillSettings = () => client.get('/api/console/till-settings');
export const saveTillSettings = (body: TillSettings) => client.put('/api/console/till-settings', { body });
