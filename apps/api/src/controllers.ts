import type { Type } from '@nestjs/common';
import { ClerkActivitiesController } from './clerk/activities.controller';
import { ClerkBindingController } from './clerk/binding.controller';
import { ClerkCouponsLookupController } from './clerk/coupons-lookup.controller';
import { ClerkCustomersController } from './clerk/customers.controller';
import { ClerkProductsController } from './clerk/products.controller';
import { ClerkPurchasesController, ClerkReceiptsController } from './clerk/purchases.controller';
import { ConsoleActivitiesController } from './console/activities.controller';
import { ConsoleAuditController } from './console/audit.controller';
import { CommentsController } from './console/comments.controller';
import { ContentController, ContentStateController } from './console/content.controller';
import { ConsoleCouponTemplatesController } from './console/coupon-templates.controller';
import { ConsoleDeadLettersController } from './console/dead-letters.controller';
import { ConsoleImportsController } from './console/imports.controller';
import { LedgerController } from './console/ledger.controller';
import { ConsoleMemberCouponsController } from './console/member-coupons.controller';
import { ConsoleMembersController, ConsoleSegmentsController } from './console/members.controller';
import { PointsAdjustmentsController } from './console/points-adjustments.controller';
import { ConsolePurchasesController } from './console/purchases.controller';
import { ReplaysController } from './console/replays.controller';
import { RulesController } from './console/rules.controller';
import { ConsoleSessionController } from './console/session.controller';
import { ConsoleStaffAccessController, ConsoleStaffController } from './console/staff.controller';
import { ConsoleStoresController } from './console/stores.controller';
import { TaggingController } from './console/tagging.controller';
import { TiersController } from './console/tiers.controller';
import { ConsoleTodayController } from './console/today.controller';
import { MemberActivitiesController } from './member/activities.controller';
import { MemberCouponsController } from './member/coupons.controller';
import { EnrolmentController } from './member/enrolment.controller';
import { MemberHomeController } from './member/home.controller';
import { MeController } from './member/me.controller';
import { MyDataController } from './member/my-data.controller';
import { MemberPointsController } from './member/points.controller';
import { PostCommentsController, PostsController } from './member/posts.controller';
import { MemberPurchasesController } from './member/purchases.controller';
import { MemberSessionController } from './member/session.controller';
import { MemberStoresController } from './member/stores.controller';
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
  TaggingController,
  ClerkCustomersController,
  ClerkProductsController,
  ClerkPurchasesController,
  ClerkReceiptsController,
  ClerkCouponsLookupController,
  ConsoleImportsController,
  ConsolePurchasesController,
  MemberPurchasesController,
  RulesController,
  ReplaysController,
  TiersController,
  LedgerController,
  PointsAdjustmentsController,
  MemberPointsController,
  MemberCouponsController,
  MemberActivitiesController,
  ConsoleCouponTemplatesController,
  ConsoleActivitiesController,
  ClerkActivitiesController,
];
