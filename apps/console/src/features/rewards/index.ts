export { RewardsPage } from './rewards-page';
