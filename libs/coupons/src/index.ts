export * from './coupons.door';
export * from './coupons.module';
export { CouponsOnMemberClosed } from './handlers/on-member-closed.handler';
export { CouponsOnRewards } from './handlers/on-rewards.handler';
export { ClaimableTemplatesRead, type ClaimableTemplateView } from './reads/claimable-templates.read';
export { type ClerkCoupon, ClerkCouponsRead } from './reads/clerk-coupons.read';
export { CodeBatchesRead, type CodeBatchView } from './reads/code-batches.read';
export { type CodeExamples, CodeExamplesRead } from './reads/code-examples.read';
export { CodeLookupRead } from './reads/code-lookup.read';
export { CouponLookupRead, type LookedUpCoupon } from './reads/coupon-lookup.read';
export { CouponStatesRead } from './reads/coupon-states.read';
export { CouponsPersonalData } from './reads/coupons-personal-data.read';
export { type GiftStanding, GiftsRead, type GiftView, type MyGift } from './reads/gifts.read';
export { type IssuableTemplate, IssuableTemplateRead } from './reads/issuable-template.read';
export { MemberCouponsRead, type MyCoupon, type WalletTab } from './reads/member-coupons.read';
export { type RefusedCoupon, RefusedCouponsRead } from './reads/refused-coupons.read';
export { type TemplateBreakdown, TemplateBreakdownRead } from './reads/template-breakdown.read';
export { type BudgetsUsed, TemplateBudgetsRead } from './reads/template-budgets.read';
export { TemplatePreviewRead } from './reads/template-preview.read';
export { type TemplateStatistics, TemplateStatisticsRead } from './reads/template-statistics.read';
export { TemplatesRead, type TemplateView } from './reads/templates.read';
export type { BasketLine, Shopper } from './rules/basket';
export type { BestChoice } from './rules/best-combination';
export type { Budgets } from './rules/budgets';
export type { CharsetName } from './rules/codes/charset';
export type { FaultyLine } from './rules/codes/code-lines';
export type { CodePattern } from './rules/codes/pattern';
export { assertGiftParties } from './rules/gift';
export { ISSUE_CHANNELS, type IssueChannel, OPEN_TO, type OpenTo } from './rules/issue-channel';
export { reasonOf } from './rules/refusals';
export type { CouponSettings } from './rules/reminders';
export type { TemplateDraft } from './rules/template';
export type {
  Benefit,
  CouponState,
  CouponTerms,
  KeptTerms,
  Named,
  Scope,
  Stacking,
  TemplateStatus,
  UseTimes,
  Validity,
} from './rules/terms';
export { termsOf } from './rules/terms';
export { AudienceRepository } from './store/audience.repository';
export { ChangeCouponSettings } from './use-cases/change-coupon-settings.use-case';
export { ChangeTemplateStatus } from './use-cases/change-template-status.use-case';
export { ClaimCoupon } from './use-cases/claim-coupon.use-case';
export { ExportCodes } from './use-cases/codes/export-codes.use-case';
export { ImportCodes } from './use-cases/codes/import-codes.use-case';
export { LookThroughCodes } from './use-cases/codes/look-through-codes.use-case';
export { OrderCodes } from './use-cases/codes/order-codes.use-case';
export { RunCodeBatches } from './use-cases/codes/run-code-batches.use-case';
export { SteerCodes } from './use-cases/codes/steer-codes.use-case';
export { UseCode } from './use-cases/codes/use-code.use-case';
export { CreateTemplate } from './use-cases/create-template.use-case';
export { ExpireCoupons } from './use-cases/expire-coupons.use-case';
export { AcceptGift } from './use-cases/gifts/accept-gift.use-case';
export { ExpireGifts } from './use-cases/gifts/expire-gifts.use-case';
export { OfferCoupon } from './use-cases/gifts/offer-coupon.use-case';
export { WithdrawGift } from './use-cases/gifts/withdraw-gift.use-case';
export { GiveByClerk } from './use-cases/give-by-clerk.use-case';
export { GrantCoupons, type GrantedCoupon } from './use-cases/grant-coupons.use-case';
export { HoldCoupon } from './use-cases/hold-coupon.use-case';
export { RefusedCoupons } from './use-cases/refused-coupons.use-case';
export { ReleaseCoupon } from './use-cases/release-coupon.use-case';
export { RemindOfCoupons } from './use-cases/remind-of-coupons.use-case';
export { ReviseTemplate } from './use-cases/revise-template.use-case';
export { TakeBackCoupons } from './use-cases/take-back-coupons.use-case';

import { CreateCouponsTables1760000500001 } from './store/migrations/1760000500001-create-coupons-tables';
import { RewardWithCoupons1760000500002 } from './store/migrations/1760000500002-reward-with-coupons';
import { ChannelsAndAudiences1760000500003 } from './store/migrations/1760000500003-channels-and-audiences';
import { CreateCodes1760000500004 } from './store/migrations/1760000500004-create-codes';
import { CreateGifts1760000500005 } from './store/migrations/1760000500005-create-gifts';
import { KeepBackFromRefunds1760000500006 } from './store/migrations/1760000500006-keep-back-from-refunds';
import { BudgetsAndEarlyEnd1760000500007 } from './store/migrations/1760000500007-budgets-and-early-end';
import { RemindOfCoupons1760000500008 } from './store/migrations/1760000500008-remind-of-coupons';
import { CouponsByClerks1760000500009 } from './store/migrations/1760000500009-coupons-by-clerks';

export const couponsMigrations = [
  CreateCouponsTables1760000500001,
  RewardWithCoupons1760000500002,
  ChannelsAndAudiences1760000500003,
  CreateCodes1760000500004,
  CreateGifts1760000500005,
  KeepBackFromRefunds1760000500006,
  BudgetsAndEarlyEnd1760000500007,
  RemindOfCoupons1760000500008,
  CouponsByClerks1760000500009,
];
