import type { MembersDoor } from '@fanloop/members';
import { Outbox, Reader, UnitOfWork } from '@fanloop/platform';
import type { PayTransaction } from '@fanloop/wechat';
import type { DataSource } from 'typeorm';
import type { NewPayment } from '../../../libs/payments/src/rules/payment';
import { BillRepository } from '../../../libs/payments/src/store/bill.repository';
import { NoticeRepository } from '../../../libs/payments/src/store/notice.repository';
import { PaymentRepository } from '../../../libs/payments/src/store/payment.repository';
import { RefundRepository } from '../../../libs/payments/src/store/refund.repository';
import { CheckPayment } from '../../../libs/payments/src/use-cases/check-payment.use-case';
import { CheckPayments } from '../../../libs/payments/src/use-cases/check-payments.use-case';
import { ClosePayment } from '../../../libs/payments/src/use-cases/close-payment.use-case';
import { NoticeWork } from '../../../libs/payments/src/use-cases/notice-work';
import { notifyUrlsOf } from '../../../libs/payments/src/use-cases/notify-urls';
import { OutgoingRefunds } from '../../../libs/payments/src/use-cases/outgoing-refunds';
import { PrepayPayment } from '../../../libs/payments/src/use-cases/prepay-payment.use-case';
import { PrepaySteps } from '../../../libs/payments/src/use-cases/prepay-steps';
import { ReconcileBills } from '../../../libs/payments/src/use-cases/reconcile-bills.use-case';
import { ReconcileDay } from '../../../libs/payments/src/use-cases/reconcile-day.use-case';
import { RequestRefund } from '../../../libs/payments/src/use-cases/request-refund.use-case';
import { RunRefunds } from '../../../libs/payments/src/use-cases/run-refunds.use-case';
import { SendRefund } from '../../../libs/payments/src/use-cases/send-refund.use-case';
import { SettlePayment } from '../../../libs/payments/src/use-cases/settle-payment.use-case';
import { SettleRefund } from '../../../libs/payments/src/use-cases/settle-refund.use-case';
import { StartPayment } from '../../../libs/payments/src/use-cases/start-payment.use-case';
import { TakeNotice } from '../../../libs/payments/src/use-cases/take-notice.use-case';
import { UndoPayment } from '../../../libs/payments/src/use-cases/undo-payment.use-case';
import type { PayPairOn } from '../../contract/wechat/pay-pair';

/** The parts that a broken twin may swap. */
export interface Parts {
  readonly payments?: PaymentRepository;
  readonly refunds?: RefundRepository;
  readonly settle?: (...parts: ConstructorParameters<typeof SettlePayment>) => SettlePayment;
  readonly gateway?: PayPairOn['gateway'];
}

/** The payments context as one process has it: on its own connections, at a real gateway and a WeChat that plays. */
export const paymentsOn = (dataSource: DataSource, pair: PayPairOn, parts: Parts = {}) => {
  const { clock } = pair;
  const pay = parts.gateway ?? pair.gateway;
  const [unitOfWork, reader, outbox] = [new UnitOfWork(dataSource), new Reader(dataSource), new Outbox()];
  const payments = parts.payments ?? new PaymentRepository();
  const refunds = parts.refunds ?? new RefundRepository();
  const openid = pair.standIn.world.people.byPersonId('p1')!.openid;
  const members = { openidOf: () => Promise.resolve(openid) } as unknown as MembersDoor;
  const urls = notifyUrlsOf('https://fanloop.example/api/notify');
  const start = new StartPayment(payments, clock);
  const requestRefund = new RequestRefund(payments, refunds, clock);
  const undo = new UndoPayment(payments, requestRefund, clock);
  const settleArguments = [payments, requestRefund, outbox, pay, clock] as const;
  const settle = parts.settle?.(...settleArguments) ?? new SettlePayment(...settleArguments);
  const settleRefund = new SettleRefund(payments, refunds, outbox, pay, clock);
  const check = new CheckPayment(
    unitOfWork,
    payments,
    settle,
    new ClosePayment(unitOfWork, payments, outbox, clock),
    pay,
  );
  const send = new SendRefund(unitOfWork, new OutgoingRefunds(unitOfWork, reader, refunds), settleRefund, pay, urls);
  const bills = new BillRepository();
  const reconcileDay = new ReconcileDay(unitOfWork, bills, pay, clock);
  return {
    unitOfWork,
    reconcileDay,
    reconcile: new ReconcileBills(reader, bills, reconcileDay, pay, clock),
    reader,
    payments,
    settle,
    settleRefund,
    prepay: new PrepayPayment(new PrepaySteps(unitOfWork, reader, payments, clock), members, pay, urls, clock),
    check,
    checkAll: new CheckPayments(unitOfWork, payments, check, clock),
    runRefunds: new RunRefunds(unitOfWork, refunds, send, clock),
    takeNotice: new TakeNotice(unitOfWork, new NoticeRepository(), new NoticeWork(settle, settleRefund), pay, clock),
    start: (more: Partial<NewPayment> = {}) => unitOfWork.run((tx) => start.execute(tx, order(clock.now(), more))),
    refund: (paymentNo: string, amountFen: number | 'rest', reference: string) =>
      unitOfWork.run((tx) =>
        requestRefund.execute(tx, { paymentNo, amountFen, reference, reason: '缺货', requestedBy: 'staff:1' }),
      ),
    undo: (paymentNo: string) =>
      unitOfWork.run((tx) =>
        undo.execute(tx, { paymentNo, reference: 'order', reason: '取消', requestedBy: 'member:7' }),
      ),
    giveUp: (paymentNo: string) => unitOfWork.run((tx) => payments.expire(tx, paymentNo, clock.now())),
    find: async (paymentNo: string) => (await payments.find(reader, paymentNo))!,
    /** As if the shopper had paid and WeChat had told of it. */
    paid: async (paymentNo: string, amountFen: number) =>
      unitOfWork.run((tx) => settle.execute(tx, told(pair, paymentNo, { amountFen }), 'query')),
  };
};

export type PaymentsOn = ReturnType<typeof paymentsOn>;

let orders = 0;
const order = (now: Date, more: Partial<NewPayment>): NewPayment => {
  orders += 1;
  return {
    purpose: 'rewards.order',
    reference: `order-${orders}`,
    memberId: '7',
    description: '手冲壶（积分加钱换购）🎁',
    amountFen: 1990,
    expiresAt: new Date(now.getTime() + 30 * 60_000),
    ...more,
  };
};

/** WeChat's word on a payment. */
export const told = (pair: PayPairOn, paymentNo: string, more: Partial<PayTransaction> = {}): PayTransaction => ({
  ...pair.gateway.merchant,
  paymentNo,
  state: 'SUCCESS',
  transactionId: `4200${paymentNo}`,
  amountFen: 1990,
  payerFen: 1990,
  currency: 'CNY',
  paidAt: pair.clock.now(),
  ...more,
});

/** Pays through the sheet; answers what WeChat then sends, at once or when its timer comes. */
export const paySheet = async (pair: PayPairOn, shop: PaymentsOn, paymentNo: string): Promise<void> => {
  const parameters = await shop.prepay.execute({ paymentNo, memberId: '7' });
  const answer = await pair.own('pay/approve', { ...parameters, personId: 'p1' });
  if (answer['errMsg'] !== 'requestPayment:ok') throw new Error(`not paid: ${String(answer['errMsg'])}`);
};
