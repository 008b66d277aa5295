import { PayFailure } from './pay-failure';

/** SUCCESS and REFUND (paid, then given back in part or whole) mean that money came. */
export type TradeState = 'SUCCESS' | 'REFUND' | 'NOTPAY' | 'CLOSED' | 'REVOKED' | 'USERPAYING' | 'PAYERROR' | 'ACCEPT';
const TRADE_STATES: readonly TradeState[] = [
  'SUCCESS',
  'REFUND',
  'NOTPAY',
  'CLOSED',
  'REVOKED',
  'USERPAYING',
  'PAYERROR',
  'ACCEPT',
];

/** An order as WeChat Pay knows it: in a notification and in the answer to a query alike. */
export interface PayTransaction {
  readonly merchantId: string;
  readonly appId: string;
  /** Our number. */
  readonly paymentNo: string;
  readonly state: TradeState;
  /** WeChat's number; null while nobody paid. */
  readonly transactionId: string | null;
  /** The price; null while nobody paid. */
  readonly amountFen: number | null;
  /** What the shopper paid after WeChat's own coupons. */
  readonly payerFen: number | null;
  readonly currency: string;
  readonly paidAt: Date | null;
}

export type RefundStatus = 'SUCCESS' | 'CLOSED' | 'PROCESSING' | 'ABNORMAL';
const REFUND_STATUSES: readonly RefundStatus[] = ['SUCCESS', 'CLOSED', 'PROCESSING', 'ABNORMAL'];

export interface PayRefund {
  /** Only notifications name it. */
  readonly merchantId: string | null;
  readonly paymentNo: string;
  /** Our number. */
  readonly refundNo: string;
  /** WeChat's number. */
  readonly wechatRefundId: string;
  readonly status: RefundStatus;
  readonly refundFen: number;
  /** The whole payment. */
  readonly totalFen: number;
  readonly succeededAt: Date | null;
}

/** Throws PayFailure for what is not WeChat's shape. Fields that came later are left alone. */
export const readTransaction = (value: unknown): PayTransaction => {
  const fields = new Fields('transaction', value);
  const amount = fields.optional('amount');
  return {
    merchantId: fields.text('mchid'),
    appId: fields.text('appid'),
    paymentNo: fields.text('out_trade_no'),
    state: fields.oneOf('trade_state', TRADE_STATES),
    transactionId: fields.textOrNull('transaction_id'),
    amountFen: amount?.fenOrNull('total') ?? null,
    payerFen: amount?.fenOrNull('payer_total') ?? null,
    currency: amount?.textOrNull('currency') ?? 'CNY',
    paidAt: fields.timeOrNull('success_time'),
  };
};

/** The same for a refund: a notification calls its state `refund_status`, an answer `status`. */
export const readRefund = (value: unknown): PayRefund => {
  const fields = new Fields('refund', value);
  const amount = fields.optional('amount');
  const [refundFen, totalFen] = [amount?.fenOrNull('refund'), amount?.fenOrNull('total')];
  if (refundFen == null || totalFen == null) throw new PayFailure('refund', null, 'the answer holds no amount');
  return {
    merchantId: fields.textOrNull('mchid'),
    paymentNo: fields.text('out_trade_no'),
    refundNo: fields.text('out_refund_no'),
    wechatRefundId: fields.text('refund_id'),
    status: fields.oneOf(fields.has('refund_status') ? 'refund_status' : 'status', REFUND_STATUSES),
    refundFen,
    totalFen,
    succeededAt: fields.timeOrNull('success_time'),
  };
};

class Fields {
  private readonly fields: Readonly<Record<string, unknown>>;

  constructor(
    private readonly what: string,
    value: unknown,
  ) {
    this.fields = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  }

  has(name: string): boolean {
    return this.fields[name] !== undefined;
  }

  text(name: string): string {
    return this.textOrNull(name) ?? this.fail(name);
  }

  textOrNull(name: string): string | null {
    const value = this.fields[name];
    if (value === undefined || value === null || value === '') return null;
    return typeof value === 'string' ? value : this.fail(name);
  }

  fenOrNull(name: string): number | null {
    const value = this.fields[name];
    if (value === undefined || value === null) return null;
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : this.fail(name);
  }

  timeOrNull(name: string): Date | null {
    const text = this.textOrNull(name);
    if (text === null) return null;
    const at = new Date(text);
    return Number.isNaN(at.getTime()) ? this.fail(name) : at;
  }

  oneOf<T extends string>(name: string, known: readonly T[]): T {
    return known.find((one) => one === this.fields[name]) ?? this.fail(name);
  }

  optional(name: string): Fields | null {
    return this.has(name) ? new Fields(this.what, this.fields[name]) : null;
  }

  private fail(name: string): never {
    throw new PayFailure(this.what, null, `the answer's ${name} cannot be read`);
  }
}
