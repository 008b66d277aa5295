import type { Fen, MemberId } from '@fanloop/kernel';
import { MembersDoor } from '@fanloop/members';
import { num, numOrNull, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { PaymentState } from '../rules/payment';
import { refuse } from '../rules/refusals';
import { isPaymentNo } from '../store/payment.repository';
import { onDay, PaymentSearch, together } from './payment-search';
import { RefundsAdminRead, type RefundView } from './refunds-admin.read';

/** A payment in the console's list. */
export interface PaymentView {
  readonly paymentNo: string;
  readonly purpose: string;
  readonly reference: string;
  readonly description: string;
  readonly memberId: MemberId;
  readonly memberNo: string | null;
  readonly nickname: string | null;
  readonly amountFen: Fen;
  readonly reservedFen: Fen;
  readonly refundedFen: Fen;
  readonly state: PaymentState;
  /** Paid after the close: all of it goes back. */
  readonly isLate: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly paidAt: Date | null;
}

export interface NoticeView {
  readonly noticeId: string;
  readonly eventType: string;
  readonly number: string;
  readonly times: number;
  /** What became of it at the last attempt. */
  readonly outcome: string;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

export interface PaymentDetail extends PaymentView {
  readonly transactionId: string | null;
  /** Without WeChat's own coupons. */
  readonly payerFen: Fen | null;
  readonly settledBy: 'notification' | 'query' | null;
  readonly notices: readonly NoticeView[];
  readonly refunds: readonly RefundView[];
}

export interface PaymentFilter {
  readonly q: string | null;
  readonly state: PaymentState | null;
  /** YYYY-MM-DD, Beijing's: the day on which it was started. */
  readonly day: string | null;
}

type Names = 'memberNo' | 'nickname' | 'isLate' | 'amountFen' | 'reservedFen' | 'refundedFen';
interface Row extends Omit<PaymentView, Names> {
  amountFen: string;
  reservedFen: string;
  refundedFen: string;
  late: number;
  transactionId: string | null;
  payerFen: string | null;
  settledBy: 'notification' | 'query' | null;
}

const COLUMNS = `p.payment_no AS paymentNo, p.purpose, p.reference, p.description, p.member_id AS memberId,
  p.amount_fen AS amountFen, p.reserved_fen AS reservedFen, p.refunded_fen AS refundedFen, p.state, p.late,
  p.created_at AS createdAt, p.expires_at AS expiresAt, p.paid_at AS paidAt, p.transaction_id AS transactionId,
  p.payer_fen AS payerFen, p.settled_by AS settledBy`;

/** Payments for the console, newest first. */
@Injectable()
export class PaymentsAdminRead {
  constructor(
    private readonly reader: Reader,
    private readonly search: PaymentSearch,
    private readonly refunds: RefundsAdminRead,
    private readonly members: MembersDoor,
  ) {}

  async page(filter: PaymentFilter, page: number, pageSize: number): Promise<{ items: PaymentView[]; total: number }> {
    const { where, params } = together([
      filter.q === null ? null : await this.search.by(filter.q),
      filter.state === null ? null : { where: 'p.state = ?', params: [filter.state] },
      filter.day === null ? null : onDay('p.created_at', filter.day),
    ]);
    const count = await this.reader.one<{ n: string }>(
      `SELECT COUNT(*) AS n FROM payments_payment p WHERE ${where}`,
      params,
    );
    const rows = await this.reader.query<Row>(
      `SELECT ${COLUMNS} FROM payments_payment p WHERE ${where} ORDER BY p.id DESC LIMIT ? OFFSET ?`,
      [...params, pageSize, (page - 1) * pageSize],
    );
    return { items: await this.views(rows), total: num(count?.n) };
  }

  /** With what WeChat sent about it and its refunds. Refuses PaymentNotFound. */
  async one(paymentNo: string): Promise<PaymentDetail> {
    if (!isPaymentNo(paymentNo)) throw refuse('PaymentNotFound');
    const row = await this.reader.one<Row>(`SELECT ${COLUMNS} FROM payments_payment p WHERE p.payment_no = ?`, [
      paymentNo,
    ]);
    if (!row) throw refuse('PaymentNotFound');
    const [[view], refunds] = await Promise.all([this.views([row]), this.refunds.ofPayment(paymentNo)]);
    const notices = await this.notices([paymentNo, ...refunds.map(({ refundNo }) => refundNo)]);
    const { transactionId, payerFen, settledBy } = row;
    return { ...view!, transactionId, payerFen: numOrNull(payerFen), settledBy, notices, refunds };
  }

  private notices(numbers: readonly string[]): Promise<NoticeView[]> {
    return this.reader.query<NoticeView>(
      `SELECT notice_id AS noticeId, event_type AS eventType, number, times, outcome, first_at AS firstAt, last_at AS lastAt
         FROM payments_notice WHERE number IN (?) ORDER BY id`,
      [numbers],
    );
  }

  private async views(rows: readonly Row[]): Promise<PaymentView[]> {
    const people = await this.members.summaries(rows.map((row) => row.memberId));
    return rows.map(({ late, transactionId: _, payerFen: __, settledBy: ___, ...row }) => ({
      ...row,
      amountFen: num(row.amountFen),
      reservedFen: num(row.reservedFen),
      refundedFen: num(row.refundedFen),
      isLate: late === 1,
      memberNo: people.get(row.memberId)?.memberNo ?? null,
      nickname: people.get(row.memberId)?.nickname ?? null,
    }));
  }
}
