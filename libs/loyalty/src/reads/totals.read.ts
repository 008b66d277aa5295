import type { MemberId, Points } from '@fanloop/kernel';
import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

/** Numbers of the whole programme, for overviews. */
@Injectable()
export class TotalsRead {
  constructor(private readonly reader: Reader) {}

  async execute(): Promise<{ accounts: number; available: Points; debt: Points }> {
    const row = await this.reader.one<{ n: string; available: string | null; debt: string | null }>(
      'SELECT COUNT(*) AS n, SUM(available) AS available, SUM(debt) AS debt FROM loyalty_points_account',
    );
    return { accounts: num(row?.n), available: num(row?.available), debt: num(row?.debt) };
  }

  /** Members of a tier, in ascending order of id. */
  async membersOfTier(code: string, page: number, pageSize: number): Promise<{ ids: MemberId[]; total: number }> {
    const where = 'FROM loyalty_points_account WHERE tier_code = ? AND closed_at IS NULL';
    const count = await this.reader.one<{ n: string }>(`SELECT COUNT(*) AS n ${where}`, [code]);
    const rows = await this.reader.query<{ member_id: string }>(
      `SELECT member_id ${where} ORDER BY member_id LIMIT ? OFFSET ?`,
      [code, pageSize, (page - 1) * pageSize],
    );
    return { ids: rows.map((row) => row.member_id), total: num(count?.n) };
  }
}
