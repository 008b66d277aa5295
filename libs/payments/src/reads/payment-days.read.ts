import type { Clock, Fen } from '@fanloop/kernel';
import { addDays } from '@fanloop/kernel';
import { BusinessCalendar, CLOCK, num, numOrNull, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { BEIJING, beijingDay } from '../rules/bill-day';

/** One of Beijing's days: what came, what went back, and what WeChat's bill says of it. */
export interface PaymentDay {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly payments: number;
  readonly paidFen: Fen;
  readonly refunds: number;
  readonly refundedFen: Fen;
  /** Null until the bill is there, and where it names none. */
  readonly feeFen: Fen | null;
  /** Null until the day was compared with its bill. */
  readonly comparedAt: Date | null;
  readonly billLines: number | null;
  readonly differences: number | null;
  /** Of those, what nobody has settled yet. */
  readonly openDifferences: number;
}

interface Sum {
  day: string;
  n: string;
  fen: string;
}
interface Bill {
  day: string;
  lineCount: number;
  differences: number;
  feeFen: string | null;
  comparedAt: Date;
}

/** The same day in the books and in the bill. Times are kept in UTC, and Beijing has no summer time. */
const DAY_OF = (column: string) => `DATE_FORMAT(DATE_ADD(${column}, INTERVAL 8 HOUR), '%Y-%m-%d')`;

/** Days of payments, newest first. */
@Injectable()
export class PaymentDaysRead {
  private readonly calendar = new BusinessCalendar(BEIJING);

  constructor(
    private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The last `count` days, today included. */
  async last(count: number): Promise<PaymentDay[]> {
    const now = this.clock.now();
    const days = Array.from({ length: count }, (_, i) => this.calendar.date(addDays(now, -i)));
    const { from } = beijingDay(days[days.length - 1]!);
    const [paid, back, bills, open] = await Promise.all([
      this.sums('payments_payment', 'paid_at', from),
      this.sums('payments_refund', 'succeeded_at', from),
      this.bills(days),
      this.open(days),
    ]);
    return days.map((day) => {
      const bill = bills.get(day);
      return {
        day,
        payments: num(paid.get(day)?.n),
        paidFen: num(paid.get(day)?.fen),
        refunds: num(back.get(day)?.n),
        refundedFen: num(back.get(day)?.fen),
        feeFen: numOrNull(bill?.feeFen ?? null),
        comparedAt: bill?.comparedAt ?? null,
        billLines: bill?.lineCount ?? null,
        differences: bill?.differences ?? null,
        openDifferences: num(open.get(day)?.n),
      };
    });
  }

  private async sums(table: 'payments_payment' | 'payments_refund', column: 'paid_at' | 'succeeded_at', from: Date) {
    const rows = await this.reader.query<Sum>(
      `SELECT ${DAY_OF(column)} AS day, COUNT(*) AS n, SUM(amount_fen) AS fen FROM ${table} WHERE ${column} >= ? GROUP BY day`,
      [from],
    );
    return new Map(rows.map((row) => [row.day, row]));
  }

  private async bills(days: readonly string[]): Promise<Map<string, Bill>> {
    const rows = await this.reader.query<Bill>(
      `SELECT DATE_FORMAT(day, '%Y-%m-%d') AS day, line_count AS lineCount, differences, fee_fen AS feeFen,
              compared_at AS comparedAt FROM payments_bill WHERE day IN (?)`,
      [days],
    );
    return new Map(rows.map((row) => [row.day, row]));
  }

  private async open(days: readonly string[]): Promise<Map<string, { n: string }>> {
    const rows = await this.reader.query<{ day: string; n: string }>(
      `SELECT DATE_FORMAT(d.day, '%Y-%m-%d') AS day, COUNT(*) AS n FROM payments_difference d
        WHERE d.state = 'open' AND d.day IN (?) GROUP BY d.day`,
      [days],
    );
    return new Map(rows.map((row) => [row.day, row]));
  }
}
