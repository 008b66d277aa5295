import type { Answer, Input } from '@fanloop/api-client';
import { allRows, client } from '../../shared/api/client';
import { tiersKey } from '../../shared/lookups/lookups';

export type TierList = Answer<'/api/console/tiers', 'get'>;
export type TierPlan = Input<'/api/console/tiers/preview', 'post'>;
export type TierChange = Input<'/api/console/tiers', 'put'>;
export type TierPreview = Answer<'/api/console/tiers/preview', 'post'>;
export type Tier = TierPlan['tiers'][number];
export type TierSettings = TierPlan['settings'];
export type TierBasis = TierSettings['basis'];

export { tiersKey };

export const readTiers = () => client.get('/api/console/tiers');
export const previewTiers = (body: TierPlan) => client.post('/api/console/tiers/preview', { body });
export const saveTiers = (body: TierChange) => client.put('/api/console/tiers', { body });

export const couponNamesKey = ['lookup', 'coupon-templates'];
export const couponNames = () =>
  allRows((page, pageSize) => client.get('/api/console/coupons/templates', { query: { page, pageSize } }));
