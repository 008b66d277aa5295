import { CreateRewardsTables1760001100001 } from './store/migrations/1760001100001-create-rewards-tables';
import { ReserveUntilPaid1760001100002 } from './store/migrations/1760001100002-reserve-until-paid';

export { RewardsOnMemberClosed } from './handlers/on-member-closed.handler';
export { RewardsOnPayments } from './handlers/on-payments.handler';
export { ItemsAdminRead, type ItemView } from './reads/items-admin.read';
export { type Mall, type MallItem, type MallItemDetail, MallRead } from './reads/mall.read';
export { type MyReward, MyRewardsRead } from './reads/my-rewards.read';
export { type DeskReward, RewardDeskRead } from './reads/reward-desk.read';
export { type RewardFilter, RewardsAdminRead, type RewardView } from './reads/rewards-admin.read';
export { RewardsPersonalData } from './reads/rewards-personal-data.read';
export * from './rewards.module';
export { ITEM_KINDS, ITEM_STATUSES, type ItemDraft, type ItemKind, type ItemStatus } from './rules/item';
export { CANCEL_CAUSES, REWARD_STATES, type RewardState } from './rules/reward';
export { CancelReward } from './use-cases/cancel-reward.use-case';
export { ChangeItemStatus } from './use-cases/change-item-status.use-case';
export { ChangeStock } from './use-cases/change-stock.use-case';
export { CreateItem } from './use-cases/create-item.use-case';
export { ExpireRewards } from './use-cases/expire-rewards.use-case';
export { HandOverReward } from './use-cases/hand-over-reward.use-case';
export { ImportCodes } from './use-cases/import-codes.use-case';
export { RedeemReward } from './use-cases/redeem-reward.use-case';
export { ReviseItem } from './use-cases/revise-item.use-case';
export type { Redemption } from './use-cases/take-reward.use-case';

export const rewardsMigrations = [CreateRewardsTables1760001100001, ReserveUntilPaid1760001100002];
