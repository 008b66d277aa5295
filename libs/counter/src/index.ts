export * from './counter.module';
export type { CustomerCard } from './reads/customer-card.read';
export { GiveableCouponsRead } from './reads/giveable-coupons.read';
export * from './reads/receipts.read';
export type { RefundReceipt } from './reads/refund-receipts.read';
export { UndosRead, type UndoView, type WaitingUndo } from './reads/undos.read';
export type { TillBasket, TillLine } from './rules/basket';
export type { Receipt } from './rules/receipt';
export type { RefundFigures } from './rules/refund';
export type { UndoSettings } from './rules/undo';
export { VISIT_MS } from './rules/visit';
export { ChangeUndoSettings } from './use-cases/change-undo-settings.use-case';
export { type ConfirmUndoCommand, DecideUndo } from './use-cases/decide-undo.use-case';
export { GiveCoupon, type GiveCouponCommand } from './use-cases/give-coupon.use-case';
export * from './use-cases/preview-purchase.use-case';
export { PreviewRefund, type RefundPreview, type RefundQuery } from './use-cases/preview-refund.use-case';
export { PreviewUndo, type UndoPreview } from './use-cases/preview-undo.use-case';
export * from './use-cases/record-imported-purchases.use-case';
export * from './use-cases/record-purchase.use-case';
export { type RefundPurchaseCommand, RefundSale } from './use-cases/refund-sale.use-case';
export type { RefundView } from './use-cases/refund-steps';
export * from './use-cases/run-import.use-case';
export * from './use-cases/run-waiting-imports.use-case';
export { type ScanCommand, ScanCustomer } from './use-cases/scan-customer.use-case';
export { type UndoAnswer, type UndoCommand, UndoSale } from './use-cases/undo-sale.use-case';

import { CreateCounterTables1760001000001 } from './store/migrations/1760001000001-create-counter-tables';
import { CreateRefundNotes1760001000002 } from './store/migrations/1760001000002-create-refund-notes';
import { UndoAtTheTill1760001000003 } from './store/migrations/1760001000003-undo-at-the-till';
import { CouponShareOfRefunds1760001000004 } from './store/migrations/1760001000004-coupon-share-of-refunds';

export const counterMigrations = [
  CreateCounterTables1760001000001,
  CreateRefundNotes1760001000002,
  UndoAtTheTill1760001000003,
  CouponShareOfRefunds1760001000004,
];
