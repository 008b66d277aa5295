import type { Type } from '@nestjs/common';
import { ClerkActivitiesController } from './clerk/activities.controller';
import { ClerkBindingController } from './clerk/binding.controller';
import { ClerkCouponsLookupController } from './clerk/coupons-lookup.controller';
import { ClerkCustomersController } from './clerk/customers.controller';
import { ClerkGiveableCouponsController } from './clerk/giveable-coupons.controller';
import { ClerkProductsController } from './clerk/products.controller';
import { ClerkPurchasesController, ClerkReceiptsController } from './clerk/purchases.controller';
import { ClerkRewardsController } from './clerk/rewards.controller';
import { ClerkUndosController } from './clerk/undos.controller';
import { ConsoleActivitiesController } from './console/activities.controller';
import { AdjustmentRequestsController } from './console/adjustment-requests.controller';
import { ApiKeysController } from './console/api-keys.controller';
import { ConsoleAudiencesController } from './console/audiences.controller';
import { ConsoleAuditController } from './console/audit.controller';
import { ConsoleBulkIssuesController, ConsoleUnissuedCouponsController } from './console/bulk-issues.controller';
import { ConsoleCodeBatchesController } from './console/code-batches.controller';
import { CommentsController } from './console/comments.controller';
import { ContentController, ContentStateController } from './console/content.controller';
import { ConsoleCouponCodesController } from './console/coupon-codes.controller';
import { ConsoleCouponFiguresController } from './console/coupon-figures.controller';
import { ConsoleCouponPreviewController, ConsoleCouponSettingsController } from './console/coupon-settings.controller';
import { ConsoleCouponTemplatesController } from './console/coupon-templates.controller';
import { ConsoleDeadLettersController } from './console/dead-letters.controller';
import { EntryExplanationController } from './console/entry-explanation.controller';
import { ConsoleImportsController } from './console/imports.controller';
import { LedgerController } from './console/ledger.controller';
import { LoyaltySettingsController } from './console/loyalty-settings.controller';
import { ConsoleMemberCouponsController } from './console/member-coupons.controller';
import { MemberLedgerController } from './console/member-ledger.controller';
import { MemberTierController } from './console/member-tier.controller';
import { ConsoleMembersController, ConsoleSegmentsController } from './console/members.controller';
import { MembershipCardsController } from './console/membership-cards.controller';
import { MembershipPlansController } from './console/membership-plans.controller';
import { ConsolePaymentRefundsController } from './console/payment-refunds.controller';
import { ConsolePaymentsController } from './console/payments.controller';
import { PointsAdjustmentsController } from './console/points-adjustments.controller';
import { PointsReportsController } from './console/points-reports.controller';
import { ConsolePurchasesController } from './console/purchases.controller';
import { ReconciliationController } from './console/reconciliation.controller';
import { ReplaysController } from './console/replays.controller';
import { ConsoleRewardItemsController } from './console/reward-items.controller';
import { ConsoleRewardStockController } from './console/reward-stock.controller';
import { ConsoleRewardsController } from './console/rewards.controller';
import { RuleFactsController } from './console/rule-facts.controller';
import { RuleLifeController } from './console/rule-life.controller';
import { RuleLintController } from './console/rule-lint.controller';
import { RuleTryController } from './console/rule-try.controller';
import { RulesController } from './console/rules.controller';
import { ConsoleSessionController } from './console/session.controller';
import { ConsoleStaffAccessController, ConsoleStaffController } from './console/staff.controller';
import { ConsoleStoresController } from './console/stores.controller';
import { TaggingController } from './console/tagging.controller';
import { TiersController } from './console/tiers.controller';
import { ConsoleTillSettingsController } from './console/till-settings.controller';
import { ConsoleTodayController } from './console/today.controller';
import { UnissuedRewardsController } from './console/unissued-rewards.controller';
import { MemberActivitiesController } from './member/activities.controller';
import { MemberCheckInsController } from './member/check-ins.controller';
import { MemberCouponCodesController } from './member/coupon-codes.controller';
import { MemberCouponGiftsController } from './member/coupon-gifts.controller';
import { MemberCouponsController } from './member/coupons.controller';
import { EnrolmentController } from './member/enrolment.controller';
import { MemberHomeController } from './member/home.controller';
import { MemberMallController, MemberRewardsController } from './member/mall.controller';
import { MeController } from './member/me.controller';
import { MembershipController } from './member/membership.controller';
import { MyDataController } from './member/my-data.controller';
import { MemberNoticesController } from './member/notices.controller';
import { MemberPaymentsController } from './member/payments.controller';
import { MemberPointsController } from './member/points.controller';
import { PostCommentsController, PostsController } from './member/posts.controller';
import { MemberPurchasesController } from './member/purchases.controller';
import { MemberSessionController } from './member/session.controller';
import { MemberStoresController } from './member/stores.controller';
import { MyTierController } from './member/tier.controller';
import { MemberTransfersController } from './member/transfers.controller';
import { WechatPayNotifyController } from './notify/wechat-pay.controller';
import { OpenEventsController } from './open/events.controller';
import { MediaController } from './open/media.controller';
import { OperationsController } from './operations/operations.controller';

/** Every controller of the api, by audience. */
export const controllers: Type<unknown>[] = [
  ClerkBindingController,
  ConsoleAuditController,
  ConsoleMembersController,
  ConsoleMemberCouponsController,
  ConsoleSegmentsController,
  ConsoleTodayController,
  ConsoleDeadLettersController,
  MemberHomeController,
  ConsoleSessionController,
  ConsoleStaffController,
  ConsoleStaffAccessController,
  ConsoleStoresController,
  EnrolmentController,
  MeController,
  MyDataController,
  MemberSessionController,
  MemberStoresController,
  PostsController,
  PostCommentsController,
  ContentController,
  ContentStateController,
  CommentsController,
  OperationsController,
  MediaController,
  OpenEventsController,
  ApiKeysController,
  TaggingController,
  ClerkCustomersController,
  ClerkProductsController,
  ClerkPurchasesController,
  ClerkReceiptsController,
  ClerkUndosController,
  ConsoleTillSettingsController,
  ClerkCouponsLookupController,
  ClerkGiveableCouponsController,
  ConsoleImportsController,
  ConsolePurchasesController,
  MemberPurchasesController,
  RulesController,
  ReplaysController,
  RuleLifeController,
  RuleFactsController,
  RuleTryController,
  RuleLintController,
  EntryExplanationController,
  UnissuedRewardsController,
  TiersController,
  MemberTierController,
  LedgerController,
  PointsAdjustmentsController,
  AdjustmentRequestsController,
  LoyaltySettingsController,
  MemberLedgerController,
  PointsReportsController,
  MemberTransfersController,
  MemberPointsController,
  MyTierController,
  MemberCheckInsController,
  MemberNoticesController,
  MemberCouponsController,
  MemberCouponCodesController,
  MemberCouponGiftsController,
  MemberActivitiesController,
  MemberPaymentsController,
  MembershipController,
  MembershipPlansController,
  MembershipCardsController,
  ConsolePaymentsController,
  ConsolePaymentRefundsController,
  ReconciliationController,
  WechatPayNotifyController,
  ConsoleCouponTemplatesController,
  ConsoleCouponFiguresController,
  ConsoleCouponSettingsController,
  ConsoleCouponPreviewController,
  ConsoleCouponCodesController,
  ConsoleCodeBatchesController,
  ConsoleAudiencesController,
  ConsoleBulkIssuesController,
  ConsoleUnissuedCouponsController,
  ConsoleActivitiesController,
  ClerkActivitiesController,
  MemberMallController,
  MemberRewardsController,
  ClerkRewardsController,
  ConsoleRewardItemsController,
  ConsoleRewardStockController,
  ConsoleRewardsController,
];
