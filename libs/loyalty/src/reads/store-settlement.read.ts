import type { MemberId, Points, StoreId } from '@fanloop/kernel';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Day } from '../rules/calendar/days';
import { plusDays } from '../rules/calendar/days';
import type { LotTouch } from '../rules/ledger/account';
import { type Settlement, SettlementTally } from '../rules/reports/settlement';
import { BrandTime } from '../store/brand-time';
import { derivedTable, numeric } from '../store/bulk-update';
import { ProgrammeRepository } from '../store/programme.repository';

const ENTRIES_PER_READ = 1_000;

interface Row {
  member_id: MemberId;
  seq: number;
  at: Date;
  store_id: StoreId | null;
  lots: string;
  trace: string | null;
}

interface Period {
  readonly from: Date;
  readonly until: Date;
}

/**
 * Points that were earned in one store and used in another, in business days `from` to `until` (both belong to it): what the stores
 * owe each other, at today's value of a point. What came back from a use counts against it. Entries are read a portion at a time.
 */
@Injectable()
export class StoreSettlementRead {
  constructor(
    private readonly reader: Reader,
    private readonly programmes: ProgrammeRepository,
    private readonly time: BrandTime,
  ) {}

  async execute(from: Day, until: Day): Promise<Settlement & { readonly fenPer100Points: number }> {
    const { settings } = await this.programmes.current(this.reader);
    const period = { from: this.time.startOf(from), until: this.time.startOf(plusDays(until, 1)) };
    const tally = new SettlementTally();
    for (const kind of ['spend', 'return'] as const)
      for await (const rows of this.portions(kind, period)) await this.count(tally, rows);
    return { ...tally.result(settings.fenPer100Points), fenPer100Points: settings.fenPer100Points };
  }

  private async *portions(kind: 'spend' | 'return', { from, until }: Period): AsyncGenerator<Row[]> {
    let last = { at: from, member: '0', seq: 0 };
    for (;;) {
      const { at, member, seq } = last;
      const rows = await this.reader.query<Row>(
        `SELECT member_id, seq, at, store_id, lots, ${kind === 'return' ? 'trace' : 'NULL AS trace'} FROM loyalty_entry
          WHERE kind = ? AND at >= ? AND at < ? AND (at > ? OR member_id > ? OR (member_id = ? AND seq > ?))
          ORDER BY at, member_id, seq LIMIT ?`,
        [kind, at, until, at, member, member, seq, ENTRIES_PER_READ],
      );
      if (rows.length > 0) yield rows;
      if (rows.length < ENTRIES_PER_READ) return;
      const end = rows.at(-1)!;
      last = { at: end.at, member: end.member_id, seq: end.seq };
    }
  }

  private async count(tally: SettlementTally, rows: readonly Row[]): Promise<void> {
    const touched = rows.map((row) => ({ row, parts: partsOf(row) }));
    const origins = await this.origins(
      touched.flatMap(({ row, parts }) => parts.map(({ lot }) => [row.member_id, lot] as const)),
    );
    for (const { row, parts } of touched)
      for (const { lot, points } of parts) {
        const origin = origins.get(`${row.member_id} ${lot}`) ?? null;
        tally.add({ origin, usedIn: row.store_id, points: -points });
      }
  }

  /** Where lots were earned, by `member lot`. */
  private async origins(lots: readonly (readonly [MemberId, number])[]): Promise<Map<string, StoreId | null>> {
    const unique = [...new Map(lots.map(([member, lot]) => [`${member} ${lot}`, [numeric(member), lot]])).values()];
    if (unique.length === 0) return new Map();
    const { sql, params } = derivedTable(['member_id', 'lot_no'], unique);
    const rows = await this.reader.query<{ member_id: MemberId; lot_no: number; store_id: StoreId | null }>(
      `SELECT l.member_id, l.lot_no, l.store_id FROM ${sql} d
         JOIN loyalty_lot l ON l.member_id = d.member_id AND l.lot_no = d.lot_no`,
      params,
    );
    return new Map(rows.map((row) => [`${row.member_id} ${row.lot_no}`, row.store_id]));
  }
}

interface ReturnTrace {
  readonly parts?: readonly { readonly lot: number; readonly points: Points }[];
}

/** What a return brought back by lots, also the part that went on to pay a debt. */
const partsOf = ({ lots, trace }: Row): readonly LotTouch[] =>
  (trace === null ? null : (JSON.parse(trace) as ReturnTrace).parts) ?? (JSON.parse(lots) as LotTouch[]);
