export { MembershipCardsPage } from './cards-page';
export { MembershipPlanPage } from './plan-page';
export { MembershipPlansPage } from './plans-page';
