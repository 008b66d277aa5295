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

  /** Versions of rules that wait for somebody's decision. */
  async rulesInReview(): Promise<number> {
    const row = await this.reader.one<{ n: string }>(
      `SELECT COUNT(*) AS n FROM loyalty_rule r JOIN loyalty_rule_version v ON v.rule_id = r.id AND v.version = r.version
        WHERE v.state = 'in-review' AND r.status <> 'retired'`,
    );
    return num(row?.n);
  }

  /** Who of these holds one of the tiers now. */
  async holdersAmong(memberIds: readonly MemberId[], codes: readonly string[]): Promise<Set<MemberId>> {
    if (memberIds.length === 0 || codes.length === 0) return new Set();
    const rows = await this.reader.query<{ member_id: string }>(
      'SELECT member_id FROM loyalty_points_account WHERE member_id IN (?) AND tier_code IN (?) AND closed_at IS NULL',
      [memberIds, codes],
    );
    return new Set(rows.map((row) => row.member_id));
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
