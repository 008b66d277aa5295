export { LiabilityPage } from './liability-page';
export { SettlementPage } from './settlement-page';
