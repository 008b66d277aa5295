import type { Fen } from '@fanloop/kernel';
import { chunks, num, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type Billed, type Difference, type Held, keyOf, type Subject } from '../rules/reconcile';

interface Row {
  number: string;
  amountFen: string;
  isDone: number | string;
}

const TABLES = {
  payment: { table: 'payments_payment', number: 'payment_no', at: 'paid_at', done: 'paid_at IS NOT NULL' },
  refund: { table: 'payments_refund', number: 'refund_no', at: 'succeeded_at', done: 'succeeded_at IS NOT NULL' },
} as const;
const SUBJECTS: readonly Subject[] = ['payment', 'refund'];
/** What is ours is plain ASCII: anything else in a bill is not ours. */
const OURS = /^[0-9A-Z]{24,28}$/;

/** What a bill comes to. */
export interface Outline {
  readonly lines: number;
  /** Null where the bill names no fees. */
  readonly feeFen: Fen | null;
}

/** The days that were compared with WeChat's bill, and what differed. */
@Injectable()
export class BillRepository {
  async comparedDays(from: Queryable, days: readonly string[]): Promise<Set<string>> {
    const sql = "SELECT DATE_FORMAT(day, '%Y-%m-%d') AS day FROM payments_bill WHERE day IN (?)";
    return new Set((await from.query<{ day: string }>(sql, [days])).map((row) => row.day));
  }

  /** The day is ours to compare; a second process waits here and then finds the row (a duplicate is thrown). */
  async begin(tx: Tx, day: string, { lines, feeFen }: Outline, now: Date): Promise<void> {
    const sql = 'INSERT INTO payments_bill (day, line_count, differences, fee_fen, compared_at) VALUES (?, ?, 0, ?, ?)';
    await tx.execute(sql, [day, lines, feeFen, now]);
  }

  /** The same for a day that may have been compared before; whoever comes second waits here. */
  async beginAgain(tx: Tx, day: string, { lines, feeFen }: Outline, now: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO payments_bill (day, line_count, differences, fee_fen, compared_at) VALUES (?, ?, 0, ?, ?)
         ON DUPLICATE KEY UPDATE line_count = VALUES(line_count), fee_fen = VALUES(fee_fen),
                                 compared_at = VALUES(compared_at)`,
      [day, lines, feeFen, now],
    );
  }

  /** What was found on that day before, settled or not. */
  async known(tx: Tx, day: string): Promise<Set<string>> {
    const sql = 'SELECT subject, number FROM payments_difference WHERE day = ?';
    return new Set((await tx.query<Pick<Difference, 'subject' | 'number'>>(sql, [day])).map(keyOf));
  }

  /** What we hold under the numbers of the bill; each is marked as billed. */
  async held(tx: Tx, bill: readonly Billed[], day: string): Promise<Held[]> {
    const found: Held[] = [];
    for (const subject of SUBJECTS) {
      const { table, number, done } = TABLES[subject];
      const numbers = bill
        .filter((line) => line.subject === subject && OURS.test(line.number))
        .map((line) => line.number);
      for (const part of chunks(numbers, 500)) {
        const sql = `SELECT ${number} AS number, amount_fen AS amountFen, ${done} AS isDone FROM ${table} WHERE ${number} IN (?)`;
        for (const row of await tx.query<Row>(sql, [part]))
          found.push({ subject, number: row.number, amountFen: num(row.amountFen), isDone: num(row.isDone) === 1 });
        await tx.execute(`UPDATE ${table} SET billed_on = ? WHERE ${number} IN (?)`, [day, part]);
      }
    }
    return found;
  }

  /** Done between two instants, and in no bill so far. */
  async unbilled(tx: Tx, from: Date, until: Date): Promise<Billed[]> {
    const found: Billed[] = [];
    for (const subject of SUBJECTS) {
      const { table, number, at } = TABLES[subject];
      const sql = `SELECT ${number} AS number, amount_fen AS amountFen FROM ${table}
                    WHERE ${at} >= ? AND ${at} < ? AND billed_on IS NULL ORDER BY id`;
      for (const row of await tx.query<Row>(sql, [from, until]))
        found.push({ subject, number: row.number, amountFen: num(row.amountFen) });
    }
    return found;
  }

  async keep(tx: Tx, day: string, differences: readonly Difference[], now: Date): Promise<void> {
    for (const part of chunks(differences, 500))
      await tx.execute(
        'INSERT INTO payments_difference (day, subject, number, kind, bill_fen, our_fen, found_at) VALUES ?',
        [part.map((one) => [day, one.subject, one.number, one.kind, one.billFen, one.ourFen, now])],
      );
    await tx.execute('UPDATE payments_bill SET differences = differences + ? WHERE day = ?', [differences.length, day]);
  }

  /** False when there is no such open difference. */
  async settle(tx: Tx, id: string, note: string, staffId: string, now: Date): Promise<boolean> {
    const written = await tx.execute(
      `UPDATE payments_difference SET state = 'settled', note = ?, settled_by = ?, settled_at = ?
        WHERE id = ? AND state = 'open'`,
      [note, staffId, now, id],
    );
    return written.affectedRows === 1;
  }
}
