import type { Fen } from '@fanloop/kernel';
import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

export interface SalesDay {
  /** Business date, `YYYY-MM-DD`. */
  readonly date: string;
  /** Paid minus refunded, booked on the day of the purchase. */
  readonly netFen: Fen;
  /** Purchases that were not refunded wholly. */
  readonly purchases: number;
}

/** What each business day brought; both ends belong to the span, days without sales are left out. */
@Injectable()
export class DailySalesRead {
  constructor(private readonly reader: Reader) {}

  async between(from: string, to: string): Promise<SalesDay[]> {
    const rows = await this.reader.query<{ date: Date; net: string; n: string }>(
      `SELECT business_date AS date, SUM(net_fen - refunded_fen) AS net, SUM(refund_state <> 'full') AS n
         FROM sales_purchase WHERE business_date BETWEEN ? AND ? GROUP BY business_date ORDER BY business_date`,
      [from, to],
    );
    return rows.map((row) => ({
      date: row.date.toISOString().slice(0, 10),
      netFen: num(row.net),
      purchases: num(row.n),
    }));
  }
}
