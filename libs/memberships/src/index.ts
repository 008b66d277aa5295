import { CreateMembershipsTables1760001400001 } from './store/migrations/1760001400001-create-memberships-tables';

export { MembershipsOnMemberClosed } from './handlers/on-member-closed.handler';
export { MembershipsOnPayments } from './handlers/on-payments.handler';
export * from './memberships.module';
export { type CardFilter, CardsAdminRead, type HolderCard } from './reads/cards-admin.read';
export { type Membership, MembershipRead, type MyCard, type PlanOffer } from './reads/membership.read';
export { MembershipsPersonalData } from './reads/memberships-personal-data.read';
export { PlansAdminRead, type PlanView } from './reads/plans-admin.read';
export { type RefundPreview, RefundPreviewRead } from './reads/refund-preview.read';
export { CARD_STATES, type CardState, REFUND_CAUSES, type RefundCause } from './rules/card';
export { DURATION_UNITS, PLAN_STATUSES, type PlanStatus, USED_COUPON_RULES } from './rules/plan';
export type { RefundSum } from './rules/refund';
export { BuyCard, type CardOrder } from './use-cases/buy-card.use-case';
export { ChangePlanStatus } from './use-cases/change-plan-status.use-case';
export { CreatePlan } from './use-cases/create-plan.use-case';
export type { PlanInput } from './use-cases/plan-checks';
export { RefundCard } from './use-cases/refund-card.use-case';
export { RemindHolders } from './use-cases/remind-holders.use-case';
export { RevisePlan } from './use-cases/revise-plan.use-case';
export { TurnCards } from './use-cases/turn-cards.use-case';

export const membershipsMigrations = [CreateMembershipsTables1760001400001];
