import { json, num, numOrNull, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Sellable } from '../rules/buy';
import type { PlanDraft, PlanSale, PlanStatus, PlanTerms, WelcomeCoupon } from '../rules/plan';

/** A plan with the terms of one of its versions: the newest one, or the one that a card was bought under. */
export interface Plan extends PlanTerms, Sellable {
  readonly planId: string;
}

/** A row as the driver hands it over. */
export interface PlanRow {
  planId: string;
  status: PlanStatus;
  version: number;
  stockTotal: number | null;
  sold: number;
  saleFrom: Date | null;
  saleUntil: Date | null;
  position: number;
  name: string;
  summary: string;
  terms: string;
  priceFen: number;
  durationUnit: 'day' | 'month';
  durationCount: number;
  tierCode: string;
  coupons: unknown;
  usedCoupons: PlanTerms['usedCoupons'];
  reminderDays: unknown;
}

export const TERMS_COLUMNS = `v.name, v.summary, v.terms, v.price_fen AS priceFen, v.duration_unit AS durationUnit,
  v.duration_count AS durationCount, v.tier_code AS tierCode, v.coupons, v.used_coupons AS usedCoupons,
  v.reminder_days AS reminderDays`;

/** Plans with their newest terms. */
export const SELECT_PLAN = `SELECT p.id AS planId, p.status, p.version, p.stock_total AS stockTotal, p.sold,
  p.sale_from AS saleFrom, p.sale_until AS saleUntil, p.position, ${TERMS_COLUMNS}
  FROM memberships_plan p JOIN memberships_plan_version v ON v.plan_id = p.id AND v.version = p.version`;

export const toTerms = (
  row: Omit<PlanRow, 'planId' | 'status' | 'version' | 'stockTotal' | 'sold' | 'saleFrom' | 'saleUntil' | 'position'>,
): PlanTerms => ({
  name: row.name,
  summary: row.summary,
  terms: row.terms,
  priceFen: num(row.priceFen),
  duration: { unit: row.durationUnit, count: num(row.durationCount) },
  tierCode: row.tierCode,
  coupons: json<WelcomeCoupon[]>(row.coupons),
  usedCoupons: row.usedCoupons,
  reminderDays: json<number[]>(row.reminderDays),
});

export const toPlan = (row: PlanRow): Plan => ({
  ...toTerms(row),
  planId: row.planId,
  status: row.status,
  version: num(row.version),
  stockTotal: numOrNull(row.stockTotal),
  sold: num(row.sold),
  saleFrom: row.saleFrom,
  saleUntil: row.saleUntil,
  position: num(row.position),
});

/** Plans, their versions, and how many cards are sold of them. */
@Injectable()
export class PlanRepository {
  async byId(from: Queryable, planId: string): Promise<Plan | null> {
    const [row] = await from.query<PlanRow>(`${SELECT_PLAN} WHERE p.id = ?`, [planId]);
    return row ? toPlan(row) : null;
  }

  /** Who comes next waits here and sees what this transaction leaves. The version's row is only read: purchases refer to it. */
  async lock(tx: Tx, planId: string): Promise<Plan | null> {
    await tx.query('SELECT id FROM memberships_plan WHERE id = ? FOR UPDATE', [planId]);
    return this.byId(tx, planId);
  }

  /** The terms that a card was bought under. */
  async termsOf(from: Queryable, planId: string, version: number): Promise<PlanTerms> {
    const [row] = await from.query<PlanRow>(
      `SELECT ${TERMS_COLUMNS} FROM memberships_plan_version v WHERE v.plan_id = ? AND v.version = ?`,
      [planId, version],
    );
    if (!row) throw new Error(`plan ${planId} has no version ${version}`);
    return toTerms(row);
  }

  /** Takes one piece while the plan is on sale under these terms, or nothing: false then. The last thing that a purchase locks. */
  async takeStock(tx: Tx, planId: string, version: number): Promise<boolean> {
    const taken = await tx.execute(
      `UPDATE memberships_plan SET sold = sold + 1
        WHERE id = ? AND version = ? AND status = 'active' AND (stock_total IS NULL OR sold < stock_total)`,
      [planId, version],
    );
    return taken.affectedRows === 1;
  }

  /** The piece of an order that nobody paid, or of a card that was given back before it began. */
  async returnStock(tx: Tx, planId: string): Promise<void> {
    const returned = await tx.execute('UPDATE memberships_plan SET sold = sold - 1 WHERE id = ? AND sold >= 1', [
      planId,
    ]);
    if (returned.affectedRows !== 1) throw new Error(`plan ${planId}: more came back than was sold`);
  }

  async insert(tx: Tx, draft: PlanDraft, made: { readonly by: string; readonly at: Date }): Promise<string> {
    const written = await tx.execute(
      `INSERT INTO memberships_plan (version, stock_total, sale_from, sale_until, position, created_at, updated_at)
       VALUES (1, ?, ?, ?, ?, ?, ?)`,
      [draft.stockTotal, draft.saleFrom, draft.saleUntil, draft.position, made.at, made.at],
    );
    await this.addVersion(tx, written.insertId, 1, draft, made);
    return written.insertId;
  }

  async addVersion(
    tx: Tx,
    planId: string,
    version: number,
    terms: PlanTerms,
    made: { readonly by: string; readonly at: Date },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO memberships_plan_version
         (plan_id, version, name, summary, terms, price_fen, duration_unit, duration_count, tier_code, coupons,
          used_coupons, reminder_days, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [planId, version, ...valuesOf(terms), made.by, made.at],
    );
  }

  /** Under the plan's lock. */
  async revise(tx: Tx, planId: string, version: number, sale: PlanSale, at: Date): Promise<void> {
    await tx.execute(
      `UPDATE memberships_plan SET version = ?, stock_total = ?, sale_from = ?, sale_until = ?, position = ?, updated_at = ?
        WHERE id = ?`,
      [version, sale.stockTotal, sale.saleFrom, sale.saleUntil, sale.position, at, planId],
    );
  }

  async setStatus(tx: Tx, planId: string, status: PlanStatus, at: Date): Promise<void> {
    await tx.execute('UPDATE memberships_plan SET status = ?, updated_at = ? WHERE id = ?', [status, at, planId]);
  }
}

const valuesOf = (terms: PlanTerms): unknown[] => [
  terms.name,
  terms.summary,
  terms.terms,
  terms.priceFen,
  terms.duration.unit,
  terms.duration.count,
  terms.tierCode,
  JSON.stringify(terms.coupons),
  terms.usedCoupons,
  JSON.stringify(terms.reminderDays),
];
