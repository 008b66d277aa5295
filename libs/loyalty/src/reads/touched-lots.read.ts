import { json, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Entry, LotTouch } from '../rules/ledger/account';
import type { TouchedLot } from '../rules/ledger/lot-lines';
import { BrandTime } from '../store/brand-time';

interface Row {
  lot_no: number;
  pending: number;
  activate_at: Date | null;
  activate_on: string | null;
  expires_at: Date | null;
  by_inactivity: number;
}

/** The lots that an entry moved, as they stand now. */
@Injectable()
export class TouchedLotsRead {
  constructor(
    private readonly reader: Reader,
    private readonly time: BrandTime,
  ) {}

  async execute({ memberId, lots }: Entry): Promise<TouchedLot[]> {
    const touches = json<LotTouch[]>(lots);
    if (touches.length === 0) return [];
    const rows = await this.reader.query<Row>(
      `SELECT lot_no, pending, activate_at, activate_on, expires_at, by_inactivity
         FROM loyalty_lot WHERE member_id = ? AND lot_no IN (?)`,
      [memberId, touches.map(({ lot }) => lot)],
    );
    const byNo = new Map(rows.map((row) => [row.lot_no, row]));
    return touches.flatMap(({ lot, points, pending = 0 }) => {
      const row = byNo.get(lot);
      return row ? [{ lotNo: lot, points, pending, ...this.lifeOf(row) }] : [];
    });
  }

  private lifeOf(row: Row) {
    const waits = row.pending > 0;
    return {
      // Half-open: the last day is that of the instant before.
      lastDay: row.expires_at ? this.time.day(new Date(row.expires_at.getTime() - 1)) : null,
      byInactivity: Boolean(row.by_inactivity),
      activeDay: waits && row.activate_at ? this.time.day(row.activate_at) : null,
      activateOn: waits ? row.activate_on : null,
      stillPending: row.pending,
    };
  }
}
