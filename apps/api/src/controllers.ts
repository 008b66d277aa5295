import type { Type } from '@nestjs/common';
import { ClerkCouponsLookupController } from './clerk/coupons-lookup.controller';
import { ClerkCustomersController } from './clerk/customers.controller';
import { ClerkProductsController } from './clerk/products.controller';
import { ClerkPurchasesController, ClerkReceiptsController } from './clerk/purchases.controller';
import { ConsoleImportsController } from './console/imports.controller';
import { ConsolePurchasesController } from './console/purchases.controller';
import { TaggingController } from './console/tagging.controller';
import { MemberPurchasesController } from './member/purchases.controller';
import { OperationsController } from './operations/operations.controller';

/** Every controller of the api, by audience. */
export const controllers: Type<unknown>[] = [
  OperationsController,
  TaggingController,
  ClerkCustomersController,
  ClerkProductsController,
  ClerkPurchasesController,
  ClerkReceiptsController,
  ClerkCouponsLookupController,
  ConsoleImportsController,
  ConsolePurchasesController,
  MemberPurchasesController,
];
