export { UnissuedRewardsPage } from './unissued-rewards-page';
