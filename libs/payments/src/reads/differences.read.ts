import type { Fen } from '@fanloop/kernel';
import { num, numOrNull, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { DifferenceKind, Subject } from '../rules/reconcile';

export interface DifferenceView {
  readonly id: string;
  /** YYYY-MM-DD, Beijing's. */
  readonly day: string;
  readonly subject: Subject;
  readonly number: string;
  readonly kind: DifferenceKind;
  readonly billFen: Fen | null;
  readonly ourFen: Fen | null;
  readonly state: 'open' | 'settled';
  readonly note: string | null;
  readonly settledBy: string | null;
  readonly settledAt: Date | null;
  readonly foundAt: Date;
}

interface Row extends Omit<DifferenceView, 'billFen' | 'ourFen'> {
  billFen: string | null;
  ourFen: string | null;
}

/** What differs between WeChat's bills and our books, newest first. */
@Injectable()
export class DifferencesRead {
  constructor(private readonly reader: Reader) {}

  async page(
    state: 'open' | 'settled',
    page: number,
    pageSize: number,
  ): Promise<{ items: DifferenceView[]; total: number }> {
    const count = await this.reader.one<{ n: string }>(
      'SELECT COUNT(*) AS n FROM payments_difference WHERE state = ?',
      [state],
    );
    const rows = await this.reader.query<Row>(
      `SELECT id, DATE_FORMAT(day, '%Y-%m-%d') AS day, subject, number, kind, bill_fen AS billFen, our_fen AS ourFen, state,
              note, settled_by AS settledBy, settled_at AS settledAt, found_at AS foundAt
         FROM payments_difference WHERE state = ? ORDER BY id DESC LIMIT ? OFFSET ?`,
      [state, pageSize, (page - 1) * pageSize],
    );
    const items = rows.map((row) => ({ ...row, billFen: numOrNull(row.billFen), ourFen: numOrNull(row.ourFen) }));
    return { items, total: num(count?.n) };
  }

  /** How many wait for a person. */
  async open(): Promise<number> {
    const sql = "SELECT COUNT(*) AS n FROM payments_difference WHERE state = 'open'";
    return num((await this.reader.one<{ n: string }>(sql))?.n);
  }
}
