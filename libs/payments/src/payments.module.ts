import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { PaymentsDoor } from './payments.door';
import { DifferencesRead } from './reads/differences.read';
import { MyPaymentRead } from './reads/my-payment.read';
import { PaymentDaysRead } from './reads/payment-days.read';
import { PaymentSearch } from './reads/payment-search';
import { PaymentStandings } from './reads/payment-standings.read';
import { PaymentsAdminRead } from './reads/payments-admin.read';
import { PaymentsPersonalData } from './reads/payments-personal-data.read';
import { RefundsAdminRead } from './reads/refunds-admin.read';
import { BillRepository } from './store/bill.repository';
import { NoticeRepository } from './store/notice.repository';
import { PaymentRepository } from './store/payment.repository';
import { RefundRepository } from './store/refund.repository';
import { CheckPayment } from './use-cases/check-payment.use-case';
import { CheckPayments } from './use-cases/check-payments.use-case';
import { ClosePayment } from './use-cases/close-payment.use-case';
import { CompareDayAgain } from './use-cases/compare-day-again.use-case';
import { ConfirmPayment } from './use-cases/confirm-payment.use-case';
import { NoticeWork } from './use-cases/notice-work';
import { NOTIFY_URLS, notifyUrlsOf } from './use-cases/notify-urls';
import { OutgoingRefunds } from './use-cases/outgoing-refunds';
import { PrepayPayment } from './use-cases/prepay-payment.use-case';
import { PrepaySteps } from './use-cases/prepay-steps';
import { ReconcileBills } from './use-cases/reconcile-bills.use-case';
import { ReconcileDay } from './use-cases/reconcile-day.use-case';
import { RefundByHand } from './use-cases/refund-by-hand.use-case';
import { RequestRefund } from './use-cases/request-refund.use-case';
import { RunRefunds } from './use-cases/run-refunds.use-case';
import { SendRefund } from './use-cases/send-refund.use-case';
import { SettleDifference } from './use-cases/settle-difference.use-case';
import { SettlePayment } from './use-cases/settle-payment.use-case';
import { SettleRefund } from './use-cases/settle-refund.use-case';
import { StartPayment } from './use-cases/start-payment.use-case';
import { TakeNotice } from './use-cases/take-notice.use-case';
import { UndoPayment } from './use-cases/undo-payment.use-case';

export interface PaymentsOptions {
  /** The public address of the api's notifications, https://brand.example/api/notify: no slash at its end, no query. */
  readonly notifyBaseUrl: string;
  /** WeChat and the members. */
  readonly imports: ModuleMetadata['imports'];
}

const INNER = [
  PaymentRepository,
  RefundRepository,
  NoticeRepository,
  BillRepository,
  ReconcileDay,
  PrepaySteps,
  OutgoingRefunds,
  StartPayment,
  RequestRefund,
  UndoPayment,
  PaymentStandings,
  PaymentSearch,
  SettlePayment,
  SettleRefund,
  NoticeWork,
  ClosePayment,
  CheckPayment,
  SendRefund,
];

const SHOWN = [
  PaymentsDoor,
  PaymentsPersonalData,
  MyPaymentRead,
  PrepayPayment,
  ConfirmPayment,
  TakeNotice,
  CheckPayments,
  RunRefunds,
  ReconcileBills,
  SettleDifference,
  DifferencesRead,
  PaymentsAdminRead,
  RefundsAdminRead,
  PaymentDaysRead,
  RefundByHand,
  CompareDayAgain,
];

@Module({})
export class PaymentsModule {
  static forRoot({ notifyBaseUrl, imports }: PaymentsOptions): DynamicModule {
    return {
      module: PaymentsModule,
      imports,
      providers: [...INNER, ...SHOWN, { provide: NOTIFY_URLS, useValue: notifyUrlsOf(notifyBaseUrl) }],
      exports: SHOWN,
    };
  }
}
