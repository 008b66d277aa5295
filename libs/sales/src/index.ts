export { DailySalesRead, type SalesDay } from './reads/daily-sales.read';
export * from './reads/imports.read';
export { MemberSpendingRead } from './reads/member-spending.read';
export * from './reads/products.read';
export * from './reads/purchases.read';
export { type RefundFact, RefundsRead } from './reads/refunds.read';
export { SalesPersonalData } from './reads/sales-personal-data.read';
export { checkAmount, checkQuantity, IMPORT_LIMITS, TILL_LIMITS } from './rules/check-purchase';
export * from './rules/decimal';
export * from './rules/import/fields';
export * from './rules/import/plan';
export * from './rules/product';
export * from './rules/purchase';
export {
  type LineProgress,
  type LineWish,
  planRefund,
  type Refund,
  type RefundPlan,
  type RefundWish,
} from './rules/refund';
export { refuseSale } from './rules/refusals';
export * from './sales.door';
export * from './sales.module';
export type { ImportJob, ImportState, RowOutcome } from './store/import.repository';
export * from './use-cases/create-import.use-case';
export * from './use-cases/progress-import.use-case';
export * from './use-cases/put-products.use-case';
export * from './use-cases/record-purchases.use-case';
export * from './use-cases/refund-purchase.use-case';
export * from './use-cases/steer-import.use-case';

import { CreateSalesTables1760000300001 } from './store/migrations/1760000300001-create-sales-tables';
import { CreateImportTables1760000300002 } from './store/migrations/1760000300002-create-import-tables';
import { RefundByLineAndAmount1760000300003 } from './store/migrations/1760000300003-refund-by-line-and-amount';

export const salesMigrations = [
  CreateSalesTables1760000300001,
  CreateImportTables1760000300002,
  RefundByLineAndAmount1760000300003,
];
