export { MallItemPage } from './item-page';
export { MallPage } from './mall-page';
export { MallRewardsPage } from './rewards-page';
