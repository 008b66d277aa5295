import { OrganizationModule } from '@fanloop/organization';
import { Module } from '@nestjs/common';
import { CouponsDoor } from './coupons.door';
import { CouponsOnMemberClosed } from './handlers/on-member-closed.handler';
import { CouponsOnRewards } from './handlers/on-rewards.handler';
import { ClaimableTemplatesRead } from './reads/claimable-templates.read';
import { CouponHistoryRead } from './reads/coupon-history.read';
import { CouponLookupRead } from './reads/coupon-lookup.read';
import { CouponsPersonalData } from './reads/coupons-personal-data.read';
import { MemberCouponsRead } from './reads/member-coupons.read';
import { RefusedCouponsRead } from './reads/refused-coupons.read';
import { TemplateStatisticsRead } from './reads/template-statistics.read';
import { TemplatesRead } from './reads/templates.read';
import { UsableCouponsRead } from './reads/usable-coupons.read';
import { AudienceRepository } from './store/audience.repository';
import { CouponRepository } from './store/coupon.repository';
import { CouponNumbers } from './store/coupon-numbers';
import { HoldRepository } from './store/hold.repository';
import { RedemptionRepository } from './store/redemption.repository';
import { RewardRepository } from './store/reward.repository';
import { StoreNames } from './store/store-names';
import { TemplateRepository } from './store/template.repository';
import { TemplateTexts } from './store/template-texts';
import { TermsRepository } from './store/terms.repository';
import { WallClock } from './store/wall-clock';
import { AttachPurchase } from './use-cases/attach-purchase.use-case';
import { ChangeTemplateStatus } from './use-cases/change-template-status.use-case';
import { ClaimCoupon } from './use-cases/claim-coupon.use-case';
import { CreateTemplate } from './use-cases/create-template.use-case';
import { ExpireCoupons } from './use-cases/expire-coupons.use-case';
import { GrantCoupons } from './use-cases/grant-coupons.use-case';
import { HoldCoupon } from './use-cases/hold-coupon.use-case';
import { RedeemCoupons } from './use-cases/redeem-coupons.use-case';
import { RefusedCoupons } from './use-cases/refused-coupons.use-case';
import { ReleaseCoupon } from './use-cases/release-coupon.use-case';
import { ReturnCoupons } from './use-cases/return-coupons.use-case';
import { ReviseTemplate } from './use-cases/revise-template.use-case';
import { RewardWithCoupons } from './use-cases/reward-with-coupons.use-case';
import { TakeBackCoupons } from './use-cases/take-back-coupons.use-case';
import { VoidCoupons } from './use-cases/void-coupons.use-case';

const INNER = [
  CouponNumbers,
  StoreNames,
  WallClock,
  TemplateTexts,
  TermsRepository,
  TemplateRepository,
  CouponRepository,
  HoldRepository,
  RedemptionRepository,
  RewardRepository,
  RewardWithCoupons,
  TakeBackCoupons,
  RedeemCoupons,
  AttachPurchase,
  ReturnCoupons,
  VoidCoupons,
  UsableCouponsRead,
  CouponHistoryRead,
];

const SHOWN = [
  AudienceRepository,
  CouponsPersonalData,
  CouponsDoor,
  CouponsOnMemberClosed,
  CouponsOnRewards,
  RefusedCoupons,
  RefusedCouponsRead,
  GrantCoupons,
  ClaimCoupon,
  HoldCoupon,
  ReleaseCoupon,
  ExpireCoupons,
  CreateTemplate,
  ReviseTemplate,
  ChangeTemplateStatus,
  MemberCouponsRead,
  ClaimableTemplatesRead,
  CouponLookupRead,
  TemplatesRead,
  TemplateStatisticsRead,
];

@Module({ imports: [OrganizationModule], providers: [...INNER, ...SHOWN], exports: SHOWN })
export class CouponsModule {}
