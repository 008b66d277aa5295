import { randomBytes, randomInt } from 'node:crypto';
import { PayError } from '../http/pay-error';
import type { MovableClock } from '../world/clock';

export interface OrderFields {
  readonly paymentNo: string;
  readonly description: string;
  readonly amountFen: number;
  readonly openid: string;
  readonly notifyUrl: string;
  /** Milliseconds since 1970; null: after seven days. */
  readonly expiresMs: number | null;
  /** The request as it came: asking again with another one is refused. */
  readonly request: string;
}

export interface Order extends OrderFields {
  state: 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED';
  transactionId: string | null;
  paidMs: number | null;
  refundedFen: number;
}

const PREPAY_MS = 2 * 3_600_000;
const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 86_400_000;

/** The merchant's orders with WeChat Pay. */
export class Orders {
  private readonly orders = new Map<string, Order & { closesMs: number }>();
  private readonly prepays = new Map<string, { paymentNo: string; untilMs: number }>();

  constructor(private readonly clock: MovableClock) {}

  /** A prepay id; the same request again gives another one of the same order. */
  prepay(fields: OrderFields): string {
    const known = this.find(fields.paymentNo);
    if (known && known.request !== fields.request)
      throw new PayError(400, 'INVALID_REQUEST', '请求重入时参数与首次请求时不一致，请确认参数');
    if (known && known.state === 'CLOSED') throw new PayError(400, 'ORDER_CLOSED', '该订单已关闭，请重新下单');
    if (known && known.state !== 'NOTPAY') throw new PayError(400, 'ORDERPAID', '该订单已支付');
    if (!known) this.add(fields);
    const prepayId = `wx${randomInt(10 ** 9)}${randomBytes(16).toString('hex')}`.slice(0, 36);
    this.prepays.set(prepayId, { paymentNo: fields.paymentNo, untilMs: this.clock.nowMs() + PREPAY_MS });
    return prepayId;
  }

  /** With its state as it is now: an order past its time is closed. */
  find(paymentNo: string): Order | undefined {
    const order = this.orders.get(paymentNo);
    if (order && order.state === 'NOTPAY' && order.closesMs <= this.clock.nowMs()) order.state = 'CLOSED';
    return order;
  }

  byPrepay(prepayId: string): Order | undefined {
    const prepay = this.prepays.get(prepayId);
    return prepay && prepay.untilMs > this.clock.nowMs() ? this.find(prepay.paymentNo) : undefined;
  }

  close(paymentNo: string): void {
    const order = this.find(paymentNo);
    if (!order) throw new PayError(404, 'ORDER_NOT_EXIST', '订单不存在');
    if (order.state === 'SUCCESS' || order.state === 'REFUND') throw new PayError(400, 'ORDERPAID', '该订单已支付');
    order.state = 'CLOSED';
  }

  /** The shopper pays. False when the order takes no money any more. */
  pay(order: Order): boolean {
    if (this.find(order.paymentNo)?.state !== 'NOTPAY') return false;
    this.settle(order);
    return true;
  }

  /** As if the money had come although the order was closed: what happens when both cross on the way. */
  payLate(order: Order): void {
    this.settle(order);
  }

  all(): readonly Order[] {
    return [...this.orders.values()];
  }

  reset(): void {
    this.orders.clear();
    this.prepays.clear();
  }

  private settle(order: Order): void {
    order.state = 'SUCCESS';
    order.paidMs = this.clock.nowMs();
    order.transactionId = `42000${String(randomInt(10 ** 9)).padStart(9, '0')}${String(this.clock.nowMs()).padStart(14, '0')}`;
  }

  private add(fields: OrderFields): void {
    const now = this.clock.nowMs();
    // Less than a minute is raised to a minute, as WeChat does.
    const closesMs = fields.expiresMs === null ? now + WEEK_MS : Math.max(fields.expiresMs, now + MINUTE_MS);
    const start = { state: 'NOTPAY', transactionId: null, paidMs: null, refundedFen: 0 } as const;
    this.orders.set(fields.paymentNo, { ...fields, ...start, closesMs });
  }
}
