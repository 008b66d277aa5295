import type { Fen } from '@fanloop/kernel';
import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { RefundState } from '../rules/refund';
import { needsPerson } from '../rules/standing';
import { type Conditions, onDay, PaymentSearch, together } from './payment-search';

/** A refund in the console. */
export interface RefundView {
  readonly refundNo: string;
  readonly paymentNo: string;
  readonly description: string;
  readonly amountFen: Fen;
  readonly reason: string;
  readonly state: RefundState;
  /** WeChat's code: why it failed, or why it has not gone through yet. */
  readonly failure: string | null;
  /** No card takes it: somebody has to settle it in WeChat's merchant platform. */
  readonly needsPerson: boolean;
  /** `member:7`, `staff:2`, `system:rewards`. */
  readonly requestedBy: string;
  readonly createdAt: Date;
  readonly succeededAt: Date | null;
}

export interface RefundFilter {
  readonly q: string | null;
  /** `abnormal`: those that need a person. */
  readonly state: RefundState | 'abnormal' | null;
  /** YYYY-MM-DD, Beijing's: the day on which it was asked for. */
  readonly day: string | null;
}

type Row = Omit<RefundView, 'amountFen' | 'needsPerson'> & { amountFen: string };

const SELECT = `SELECT r.refund_no AS refundNo, p.payment_no AS paymentNo, p.description, r.amount_fen AS amountFen, r.reason,
  r.state, r.failure, r.requested_by AS requestedBy, r.created_at AS createdAt, r.succeeded_at AS succeededAt
  FROM payments_refund r JOIN payments_payment p ON p.id = r.payment_id`;
const ABNORMAL: Conditions = { where: "r.state = 'failed' AND r.failure = 'ABNORMAL'", params: [] };

/** Refunds for the console, newest first. */
@Injectable()
export class RefundsAdminRead {
  constructor(
    private readonly reader: Reader,
    private readonly search: PaymentSearch,
  ) {}

  async page(filter: RefundFilter, page: number, pageSize: number): Promise<{ items: RefundView[]; total: number }> {
    const { where, params } = together([
      filter.q === null ? null : await this.search.by(filter.q),
      stateOf(filter.state),
      filter.day === null ? null : onDay('r.created_at', filter.day),
    ]);
    const count = await this.reader.one<{ n: string }>(
      `SELECT COUNT(*) AS n FROM payments_refund r JOIN payments_payment p ON p.id = r.payment_id WHERE ${where}`,
      params,
    );
    const rows = await this.reader.query<Row>(`${SELECT} WHERE ${where} ORDER BY r.id DESC LIMIT ? OFFSET ?`, [
      ...params,
      pageSize,
      (page - 1) * pageSize,
    ]);
    return { items: rows.map(viewOf), total: num(count?.n) };
  }

  /** How many no card takes. */
  async needingPerson(): Promise<number> {
    const sql = `SELECT COUNT(*) AS n FROM payments_refund r WHERE ${ABNORMAL.where}`;
    return num((await this.reader.one<{ n: string }>(sql))?.n);
  }

  /** Oldest first. */
  async ofPayment(paymentNo: string): Promise<RefundView[]> {
    return (await this.reader.query<Row>(`${SELECT} WHERE p.payment_no = ? ORDER BY r.id`, [paymentNo])).map(viewOf);
  }
}

const stateOf = (state: RefundFilter['state']): Conditions | null => {
  if (state === null) return null;
  return state === 'abnormal' ? ABNORMAL : { where: 'r.state = ?', params: [state] };
};

const viewOf = (row: Row): RefundView => ({ ...row, amountFen: num(row.amountFen), needsPerson: needsPerson(row) });
