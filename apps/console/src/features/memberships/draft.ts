import type { MembershipPlan, MembershipPlanDraft } from '../../shared/api/types';

export const freshPlan: MembershipPlanDraft = {
  name: '',
  summary: '',
  terms: '',
  priceFen: 3000,
  duration: { unit: 'month', count: 1 },
  tierCode: '',
  coupons: [],
  usedCoupons: 'deduct',
  reminderDays: [7, 1],
  saleFrom: null,
  saleUntil: null,
  stockTotal: null,
  position: 0,
};

export const draftOf = (plan: MembershipPlan): MembershipPlanDraft => ({
  name: plan.name,
  summary: plan.summary,
  terms: plan.terms,
  priceFen: plan.priceFen,
  duration: plan.duration,
  tierCode: plan.tierCode,
  coupons: plan.coupons.map(({ templateId, count, worthFen }) => ({ templateId, count, worthFen })),
  usedCoupons: plan.usedCoupons,
  reminderDays: plan.reminderDays,
  saleFrom: plan.saleFrom,
  saleUntil: plan.saleUntil,
  stockTotal: plan.stockTotal,
  position: plan.position,
});
