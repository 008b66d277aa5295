import type { MovableClock } from '../world/clock';
import type { PayStandInOptions } from '../world/pay-options';
import type { World } from '../world/world';
import { Bills } from './bill';
import { deliverByHttp, Notifier } from './notifier';
import { type Order, Orders } from './orders';
import { PayFaults } from './pay-faults';
import { Platform } from './platform';
import { type Refund, Refunds } from './refunds';
import { refundNoticeOf, transactionOf } from './wire';

/** One WeChat Pay with one merchant: orders, refunds, and what is on its way to the merchant. */
export class PayWorld {
  readonly platform: Platform;
  readonly orders: Orders;
  readonly refunds: Refunds;
  readonly faults = new PayFaults();
  readonly notifier: Notifier;
  readonly bills: Bills;
  readonly clock: MovableClock;
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    readonly world: World,
    private readonly options: PayStandInOptions,
  ) {
    const clock = options.clock ?? world.clock;
    this.clock = clock;
    this.platform = new Platform(options, clock);
    this.orders = new Orders(clock);
    this.refunds = new Refunds(clock);
    this.bills = new Bills(clock);
    const { deliver = deliverByHttp, timeScale = 1 } = options;
    this.notifier = new Notifier(this.platform, this.faults, clock, { deliver, timeScale });
  }

  /** Tells the merchant that an order was paid. */
  tellPaid(order: Order): void {
    this.notifier.send('TRANSACTION.SUCCESS', order.notifyUrl, this.transaction(order));
  }

  transaction(order: Order) {
    return transactionOf(order, this.options, this.world.appId);
  }

  /** A refund is on its way for a while, ends as it was asked to, and the merchant is told. */
  runRefund(refund: Refund, order: Order): void {
    const fault = this.faults.take('refund')?.mode;
    if (fault === 'stuck') return;
    const end = fault === 'abnormal' ? 'ABNORMAL' : fault === 'closed' ? 'CLOSED' : 'SUCCESS';
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.refunds.finish(refund, order, end);
      if (refund.notifyUrl) this.notifier.send(`REFUND.${end}`, refund.notifyUrl, refundNoticeOf(refund, this.options));
    }, this.options.refundMs ?? 2000);
    timer.unref();
    this.timers.add(timer);
  }

  reset(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    for (const part of [this.orders, this.refunds, this.bills, this.faults, this.notifier]) part.reset();
  }
}
