export * from './payments.door';
export * from './payments.module';
export { DifferencesRead, type DifferenceView } from './reads/differences.read';
export { type MyPayment, MyPaymentRead } from './reads/my-payment.read';
export { type PaymentDay, PaymentDaysRead } from './reads/payment-days.read';
export { type PaymentDetail, PaymentsAdminRead, type PaymentView } from './reads/payments-admin.read';
export { PaymentsPersonalData } from './reads/payments-personal-data.read';
export { RefundsAdminRead, type RefundView } from './reads/refunds-admin.read';
export { CheckPayments } from './use-cases/check-payments.use-case';
export { CompareDayAgain } from './use-cases/compare-day-again.use-case';
export { ConfirmPayment } from './use-cases/confirm-payment.use-case';
export { PrepayPayment } from './use-cases/prepay-payment.use-case';
export { ReconcileBills } from './use-cases/reconcile-bills.use-case';
export { RefundByHand } from './use-cases/refund-by-hand.use-case';
export { RunRefunds } from './use-cases/run-refunds.use-case';
export { SettleDifference } from './use-cases/settle-difference.use-case';
export { TakeNotice } from './use-cases/take-notice.use-case';

import { CreatePaymentsTables1760001200001 } from './store/migrations/1760001200001-create-payments-tables';
import { LookAtPayments1760001200002 } from './store/migrations/1760001200002-look-at-payments';

export const paymentsMigrations = [CreatePaymentsTables1760001200001, LookAtPayments1760001200002];
