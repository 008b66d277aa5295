import { CouponsModule } from '@fanloop/coupons';
import { LoyaltyModule } from '@fanloop/loyalty';
import { OrganizationModule } from '@fanloop/organization';
import { type DynamicModule, Module } from '@nestjs/common';
import { RewardsOnMemberClosed } from './handlers/on-member-closed.handler';
import { RewardsOnPayments } from './handlers/on-payments.handler';
import { ItemsAdminRead } from './reads/items-admin.read';
import { MallRead } from './reads/mall.read';
import { MyRewardsRead } from './reads/my-rewards.read';
import { RewardDeskRead } from './reads/reward-desk.read';
import { RewardsAdminRead } from './reads/rewards-admin.read';
import { RewardsPersonalData } from './reads/rewards-personal-data.read';
import { ShopperStanding } from './reads/shopper-standing';
import { CodeRepository } from './store/code.repository';
import { ItemRepository } from './store/item.repository';
import { PickUpCodes } from './store/pick-up-codes';
import { RewardRepository } from './store/reward.repository';
import { RewardStore } from './store/reward-store';
import { CancelReward } from './use-cases/cancel-reward.use-case';
import { ChangeItem } from './use-cases/change-item';
import { ChangeItemStatus } from './use-cases/change-item-status.use-case';
import { ChangeStock } from './use-cases/change-stock.use-case';
import { CreateItem } from './use-cases/create-item.use-case';
import { ExpireRewards } from './use-cases/expire-rewards.use-case';
import { HandOverReward } from './use-cases/hand-over-reward.use-case';
import { ImportCodes } from './use-cases/import-codes.use-case';
import { PlaceReward } from './use-cases/place-reward.use-case';
import { RedeemReward } from './use-cases/redeem-reward.use-case';
import { ReleaseMemberRewards } from './use-cases/release-member.use-case';
import { ReleaseRewards } from './use-cases/release-rewards.use-case';
import { ReserveReward } from './use-cases/reserve-reward.use-case';
import { ReviseItem } from './use-cases/revise-item.use-case';
import { SettleRewards } from './use-cases/settle-rewards.use-case';
import { TakeReward } from './use-cases/take-reward.use-case';

export interface RewardsOptions {
  /** The configured members and payments modules. */
  readonly imports: DynamicModule[];
}

const INNER = [
  ItemRepository,
  RewardRepository,
  CodeRepository,
  PickUpCodes,
  RewardStore,
  ShopperStanding,
  ChangeItem,
  PlaceReward,
  ReserveReward,
  TakeReward,
  SettleRewards,
  ReleaseRewards,
  ReleaseMemberRewards,
];

const SHOWN = [
  RewardsPersonalData,
  RewardsOnMemberClosed,
  RewardsOnPayments,
  RedeemReward,
  CancelReward,
  HandOverReward,
  ExpireRewards,
  CreateItem,
  ReviseItem,
  ChangeItemStatus,
  ChangeStock,
  ImportCodes,
  MallRead,
  MyRewardsRead,
  RewardDeskRead,
  ItemsAdminRead,
  RewardsAdminRead,
];

/** The points mall. Composes points, coupons and stock in one transaction. */
@Module({})
export class RewardsModule {
  static forRoot(options: RewardsOptions): DynamicModule {
    return {
      module: RewardsModule,
      imports: [OrganizationModule, LoyaltyModule, CouponsModule, ...options.imports],
      providers: [...INNER, ...SHOWN],
      exports: SHOWN,
    };
  }
}
