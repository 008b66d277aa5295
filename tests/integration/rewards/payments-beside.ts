import type { EventName } from '@fanloop/events';
import { type EventEnvelope, json, Outbox, Reader, UnitOfWork } from '@fanloop/platform';
import type { PayDoor, PayTransaction } from '@fanloop/wechat';
import type { DataSource } from 'typeorm';
import { PaymentsDoor } from '../../../libs/payments/src/payments.door';
import { PaymentStandings } from '../../../libs/payments/src/reads/payment-standings.read';
import { PaymentRepository } from '../../../libs/payments/src/store/payment.repository';
import { RefundRepository } from '../../../libs/payments/src/store/refund.repository';
import { ClosePayment } from '../../../libs/payments/src/use-cases/close-payment.use-case';
import { RequestRefund } from '../../../libs/payments/src/use-cases/request-refund.use-case';
import { SettlePayment } from '../../../libs/payments/src/use-cases/settle-payment.use-case';
import { StartPayment } from '../../../libs/payments/src/use-cases/start-payment.use-case';
import { UndoPayment } from '../../../libs/payments/src/use-cases/undo-payment.use-case';
import { REWARD_PURPOSE } from '../../../libs/rewards/src/rules/reward';
import type { FixedClock } from '../../support/fixed-clock';
import type { PrivateDatabase } from '../../support/private-database';

const MERCHANT = { merchantId: '1900000001', appId: 'wx-mall' };

/** The payments context with its real books, for orders of one purpose; of WeChat only the word is played. */
export const paymentsBeside = (dataSource: DataSource, clock: FixedClock, purpose: string = REWARD_PURPOSE) => {
  const [unitOfWork, reader, outbox] = [new UnitOfWork(dataSource), new Reader(dataSource), new Outbox()];
  const [payments, refunds] = [new PaymentRepository(), new RefundRepository()];
  const request = new RequestRefund(payments, refunds, clock);
  const pay = { merchant: MERCHANT } as unknown as PayDoor;
  const settle = new SettlePayment(payments, request, outbox, pay, clock);
  const closing = new ClosePayment(unitOfWork, payments, outbox, clock);
  const of = async (reference: string) => (await payments.byReference(reader, purpose, reference))!;
  return {
    of,
    door: new PaymentsDoor(
      payments,
      new StartPayment(payments, clock),
      request,
      new UndoPayment(payments, request, clock),
      new PaymentStandings(reader),
    ),
    /** WeChat says that the shopper paid for this order. */
    paid: async (reference: string) => {
      const { paymentNo, amountFen } = await of(reference);
      return unitOfWork.run((tx) => settle.execute(tx, saidPaid(paymentNo, amountFen, clock.now()), 'notification'));
    },
    /** Its time is over, and WeChat has closed it. */
    close: async (reference: string) => closing.execute(await of(reference)),
  };
};

export type PaymentsBeside = ReturnType<typeof paymentsBeside>;

const saidPaid = (paymentNo: string, amountFen: number, paidAt: Date): PayTransaction => ({
  ...MERCHANT,
  paymentNo,
  state: 'SUCCESS',
  transactionId: `4200${paymentNo}`,
  amountFen,
  payerFen: amountFen,
  currency: 'CNY',
  paidAt,
});

/** What was told so far, as the relay hands it to whoever listens. */
export const toldEvents = async <N extends EventName>(
  database: PrivateDatabase,
  names: readonly N[],
): Promise<EventEnvelope<N>[]> => {
  const rows = await database.query<{ id: string; name: N; payload: string; at: Date }>(
    'SELECT id, name, payload, occurred_at AS at FROM platform_outbox WHERE name IN (?) ORDER BY id',
    [names],
  );
  return rows.map(({ id, name, payload, at }) => {
    const event: unknown = { eventId: String(id), name, payload: json(payload), occurredAt: at };
    return event as EventEnvelope<N>;
  });
};
