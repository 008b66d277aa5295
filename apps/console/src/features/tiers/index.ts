export { TierDesignPage } from './tier-design-page';
export { TiersPage } from './tiers-page';
