import { OrganizationModule } from '@fanloop/organization';
import { Module } from '@nestjs/common';
import { CouponReturns, CouponsDoor } from './coupons.door';
import { CouponsOnMemberClosed } from './handlers/on-member-closed.handler';
import { CouponsOnRewards } from './handlers/on-rewards.handler';
import { ClaimableTemplatesRead } from './reads/claimable-templates.read';
import { ClerkCouponsRead } from './reads/clerk-coupons.read';
import { CodeBatchesRead } from './reads/code-batches.read';
import { CodeExamplesRead } from './reads/code-examples.read';
import { CodeLookupRead } from './reads/code-lookup.read';
import { CouponHistoryRead } from './reads/coupon-history.read';
import { CouponLookupRead } from './reads/coupon-lookup.read';
import { CouponStatesRead } from './reads/coupon-states.read';
import { CouponsPersonalData } from './reads/coupons-personal-data.read';
import { GiftsRead } from './reads/gifts.read';
import { IssuableTemplateRead } from './reads/issuable-template.read';
import { MemberCouponsRead } from './reads/member-coupons.read';
import { RefusedCouponsRead } from './reads/refused-coupons.read';
import { TemplateBreakdownRead } from './reads/template-breakdown.read';
import { TemplateBudgetsRead } from './reads/template-budgets.read';
import { TemplatePreviewRead } from './reads/template-preview.read';
import { TemplateStatisticsRead } from './reads/template-statistics.read';
import { TemplatesRead } from './reads/templates.read';
import { UsableCouponsRead } from './reads/usable-coupons.read';
import { AudienceRepository } from './store/audience.repository';
import { BudgetRepository } from './store/budget.repository';
import { ClerkDayRepository } from './store/clerk-day.repository';
import { CodeRepository } from './store/code.repository';
import { CodeBatchRepository } from './store/code-batch.repository';
import { CodeDesk } from './store/code-desk';
import { CodeDraw } from './store/code-draw';
import { CodeSecrets } from './store/code-secrets';
import { CodeSourceRepository } from './store/code-source.repository';
import { CouponRepository } from './store/coupon.repository';
import { CouponNumbers } from './store/coupon-numbers';
import { CouponReminders } from './store/coupon-reminders';
import { CouponSettingsRepository } from './store/coupon-settings.repository';
import { GiftRepository } from './store/gift.repository';
import { GiftDesk } from './store/gift-desk';
import { HoldRepository } from './store/hold.repository';
import { KnownCodes } from './store/known-codes';
import { RedemptionRepository } from './store/redemption.repository';
import { RewardRepository } from './store/reward.repository';
import { StoreNames } from './store/store-names';
import { TemplateRepository } from './store/template.repository';
import { TemplateTexts } from './store/template-texts';
import { TermsRepository } from './store/terms.repository';
import { UseBudgets } from './store/use-budgets';
import { UsedCoupons } from './store/used-coupons';
import { WallClock } from './store/wall-clock';
import { AttachPurchase } from './use-cases/attach-purchase.use-case';
import { ChangeCouponSettings } from './use-cases/change-coupon-settings.use-case';
import { ChangeTemplateStatus } from './use-cases/change-template-status.use-case';
import { ClaimCoupon } from './use-cases/claim-coupon.use-case';
import { DeedTools } from './use-cases/codes/deed-tools';
import { ExportCodes } from './use-cases/codes/export-codes.use-case';
import { ImportCodes } from './use-cases/codes/import-codes.use-case';
import { LookThroughCodes } from './use-cases/codes/look-through-codes.use-case';
import { OrderCodes } from './use-cases/codes/order-codes.use-case';
import { RunCodeBatches } from './use-cases/codes/run-code-batches.use-case';
import { SteerCodes } from './use-cases/codes/steer-codes.use-case';
import { UseCode } from './use-cases/codes/use-code.use-case';
import { WriteCodes } from './use-cases/codes/write-codes';
import { CreateTemplate } from './use-cases/create-template.use-case';
import { ExpireCoupons } from './use-cases/expire-coupons.use-case';
import { AcceptGift } from './use-cases/gifts/accept-gift.use-case';
import { ExpireGifts } from './use-cases/gifts/expire-gifts.use-case';
import { OfferCoupon } from './use-cases/gifts/offer-coupon.use-case';
import { WithdrawGift } from './use-cases/gifts/withdraw-gift.use-case';
import { GiveByClerk } from './use-cases/give-by-clerk.use-case';
import { GrantCoupons } from './use-cases/grant-coupons.use-case';
import { HoldCoupon } from './use-cases/hold-coupon.use-case';
import { RedeemCoupons } from './use-cases/redeem-coupons.use-case';
import { RefusedCoupons } from './use-cases/refused-coupons.use-case';
import { ReleaseCoupon } from './use-cases/release-coupon.use-case';
import { RemindOfCoupons } from './use-cases/remind-of-coupons.use-case';
import { ReminderDesk } from './use-cases/reminder-desk';
import { ReturnCoupons } from './use-cases/return-coupons.use-case';
import { ReviseTemplate } from './use-cases/revise-template.use-case';
import { RewardWithCoupons } from './use-cases/reward-with-coupons.use-case';
import { SettlePartialRefund } from './use-cases/settle-partial-refund.use-case';
import { TakeBackCoupons } from './use-cases/take-back-coupons.use-case';
import { VoidCoupons } from './use-cases/void-coupons.use-case';

/** Unique codes. */
const CODES = [
  CodeBatchRepository,
  CodeRepository,
  CodeSourceRepository,
  CodeSecrets,
  CodeDraw,
  CodeDesk,
  KnownCodes,
  DeedTools,
  WriteCodes,
];

const INNER = [
  ClerkDayRepository,
  ...CODES,
  GiftRepository,
  GiftDesk,
  CouponNumbers,
  StoreNames,
  WallClock,
  TemplateTexts,
  TermsRepository,
  TemplateRepository,
  CouponRepository,
  HoldRepository,
  RedemptionRepository,
  UsedCoupons,
  BudgetRepository,
  CouponSettingsRepository,
  CouponReminders,
  ReminderDesk,
  UseBudgets,
  RewardRepository,
  RewardWithCoupons,
  RedeemCoupons,
  AttachPurchase,
  ReturnCoupons,
  SettlePartialRefund,
  CouponReturns,
  VoidCoupons,
  UsableCouponsRead,
  CouponHistoryRead,
];

const CODES_SHOWN = [
  OrderCodes,
  ImportCodes,
  LookThroughCodes,
  RunCodeBatches,
  SteerCodes,
  ExportCodes,
  UseCode,
  CodeBatchesRead,
  CodeExamplesRead,
  CodeLookupRead,
];

const SHOWN = [
  ...CODES_SHOWN,
  OfferCoupon,
  AcceptGift,
  WithdrawGift,
  ExpireGifts,
  GiftsRead,
  AudienceRepository,
  IssuableTemplateRead,
  CouponsPersonalData,
  CouponStatesRead,
  CouponsDoor,
  CouponsOnMemberClosed,
  CouponsOnRewards,
  RefusedCoupons,
  RefusedCouponsRead,
  GrantCoupons,
  GiveByClerk,
  ClerkCouponsRead,
  TakeBackCoupons,
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
  TemplateBudgetsRead,
  TemplateBreakdownRead,
  TemplatePreviewRead,
  ChangeCouponSettings,
  RemindOfCoupons,
  TemplateStatisticsRead,
];

@Module({ imports: [OrganizationModule], providers: [...INNER, ...SHOWN], exports: SHOWN })
export class CouponsModule {}
