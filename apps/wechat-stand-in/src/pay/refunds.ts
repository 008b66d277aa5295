import { randomInt } from 'node:crypto';
import { PayError } from '../http/pay-error';
import type { MovableClock } from '../world/clock';
import type { Order } from './orders';

export interface Refund {
  readonly refundNo: string;
  readonly refundId: string;
  readonly paymentNo: string;
  readonly transactionId: string;
  readonly refundFen: number;
  readonly totalFen: number;
  readonly notifyUrl: string | null;
  readonly createdMs: number;
  readonly request: string;
  status: 'PROCESSING' | 'SUCCESS' | 'ABNORMAL' | 'CLOSED';
  succeededMs: number | null;
}

export type NewRefund = Pick<Refund, 'refundNo' | 'refundFen' | 'totalFen' | 'notifyUrl' | 'request'>;

const MOST_PER_ORDER = 50;
const YEAR_MS = 365 * 86_400_000;

/** What goes back to shoppers. */
export class Refunds {
  private readonly refunds = new Map<string, Refund>();

  constructor(private readonly clock: MovableClock) {}

  /** The same number again is the same refund; with other fields it is refused. Answers whether it is new. */
  take(order: Order, fields: NewRefund): { refund: Refund; isNew: boolean } {
    const known = this.refunds.get(fields.refundNo);
    if (known && known.request !== fields.request)
      throw new PayError(400, 'INVALID_REQUEST', '订单号或退款单号重入时参数与首次请求不一致');
    if (known) return { refund: known, isNew: false };
    this.check(order, fields);
    const refund: Refund = {
      ...fields,
      refundId: `50${String(randomInt(10 ** 12)).padStart(12, '0')}${this.clock.nowMs()}`,
      paymentNo: order.paymentNo,
      transactionId: order.transactionId ?? '',
      createdMs: this.clock.nowMs(),
      status: 'PROCESSING',
      succeededMs: null,
    };
    order.refundedFen += fields.refundFen;
    order.state = 'REFUND';
    this.refunds.set(fields.refundNo, refund);
    return { refund, isNew: true };
  }

  finish(refund: Refund, order: Order, status: 'SUCCESS' | 'ABNORMAL' | 'CLOSED'): void {
    if (refund.status !== 'PROCESSING') return;
    refund.status = status;
    if (status === 'SUCCESS') refund.succeededMs = this.clock.nowMs();
    if (status === 'CLOSED') order.refundedFen -= refund.refundFen;
  }

  find(refundNo: string): Refund | undefined {
    return this.refunds.get(refundNo);
  }

  all(): readonly Refund[] {
    return [...this.refunds.values()];
  }

  reset(): void {
    this.refunds.clear();
  }

  private check(order: Order, fields: NewRefund): void {
    if (order.state !== 'SUCCESS' && order.state !== 'REFUND')
      throw new PayError(403, 'INVALID_REQUEST', '订单未支付，不能退款');
    if (fields.totalFen !== order.amountFen) throw new PayError(400, 'PARAM_ERROR', '订单金额与原订单不符');
    if (order.refundedFen + fields.refundFen > order.amountFen)
      throw new PayError(403, 'INVALID_REQUEST', '申请退款金额大于订单可退金额');
    if ((order.paidMs ?? 0) < this.clock.nowMs() - YEAR_MS)
      throw new PayError(403, 'RULE_LIMIT', '订单已经超过退款期限');
    const earlier = this.all().filter((one) => one.paymentNo === order.paymentNo).length;
    if (earlier >= MOST_PER_ORDER) throw new PayError(403, 'RULE_LIMIT', '部分退款次数超限');
  }
}
