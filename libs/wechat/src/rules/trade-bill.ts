/** One line of WeChat Pay's daily bill: a payment that was made, or a refund. */
export interface BillLine {
  readonly subject: 'payment' | 'refund';
  /** Our number of it. */
  readonly number: string;
  /** Our number of the payment, for a refund. */
  readonly paymentNo: string;
  readonly amountFen: number;
  /** What WeChat keeps for it, in thousandths of a fen; negative where a refund gives it back. Null in a bill without fees. */
  readonly feeMilliFen: number | null;
}

const COLUMNS = {
  paymentNo: '商户订单号',
  refundNo: '商户退款单号',
  state: '交易状态',
  refundState: '退款状态',
  orderYuan: '订单金额',
  refundYuan: '申请退款金额',
} as const;
/** Left out of bills that are asked for without it. */
const FEE = '手续费';
const PAID = 'SUCCESS';
const REFUNDED = 'REFUND';
const NOT_REFUNDED = ['FAIL', 'CHANGE'];

/**
 * The lines of a trade bill. Each value begins with a backtick, so that a name with a comma in it splits nothing; amounts are in
 * yuan. The sums at its end begin with a heading of their own. Throws a RangeError for a bill that cannot be read: half a bill
 * would make differences of the other half.
 */
export const readTradeBill = (text: string): BillLine[] => {
  const [heading = '', ...rest] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const names = heading.split(',').map((name) => name.trim());
  const places = placesOf(names);
  const fee = names.indexOf(FEE);
  const end = rest.findIndex((line) => !line.startsWith('`'));
  return (end < 0 ? rest : rest.slice(0, end)).flatMap((line) => {
    const values = line.slice(1).split(',`');
    if (values.length !== names.length) throw new RangeError('a line of the bill has another number of values');
    const feeMilliFen = fee < 0 ? null : milliFenOf(values[fee]!.trim());
    return lineOf((column) => values[places[column]]!.trim()).map((one) => ({ ...one, feeMilliFen }));
  });
};

type Column = keyof typeof COLUMNS;

const placesOf = (names: readonly string[]): Readonly<Record<Column, number>> => {
  const found = (Object.keys(COLUMNS) as Column[]).map((column) => [column, names.indexOf(COLUMNS[column])] as const);
  const missing = found.find(([, index]) => index < 0);
  if (missing) throw new RangeError(`the bill has no column ${COLUMNS[missing[0]]}`);
  return Object.fromEntries(found) as Record<Column, number>;
};

const lineOf = (value: (column: Column) => string): Omit<BillLine, 'feeMilliFen'>[] => {
  const paymentNo = value('paymentNo');
  if (value('state') === PAID)
    return [{ subject: 'payment', number: paymentNo, paymentNo, amountFen: fenOf(value('orderYuan')) }];
  if (value('state') !== REFUNDED || NOT_REFUNDED.includes(value('refundState'))) return [];
  return [{ subject: 'refund', number: value('refundNo'), paymentNo, amountFen: fenOf(value('refundYuan')) }];
};

/** 1990 for 19.90, digit by digit: no floats. */
const fenOf = (yuan: string): number => {
  const parts = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(yuan);
  if (!parts) throw new RangeError('an amount of the bill cannot be read');
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
};

/** 11940 for 0.11940 yuan. */
const milliFenOf = (yuan: string): number => {
  const parts = /^(-?)(\d{1,9})(?:\.(\d{1,5}))?$/.exec(yuan);
  if (!parts) throw new RangeError('a fee of the bill cannot be read');
  const size = Number(parts[2]) * 100_000 + Number((parts[3] ?? '').padEnd(5, '0'));
  return parts[1] && size > 0 ? -size : size;
};
