import type { MemberId, StoreId } from '@fanloop/kernel';
import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { StandingPurchase } from '../rules/purchase';
import { LineRow, linesByPurchase, PURCHASE_COLUMNS, PurchaseRow, toStanding } from '../store/purchase-row';

/** A purchase as screens show it. */
export type PurchaseView = StandingPurchase;

export interface PurchaseFilter {
  readonly storeId?: StoreId;
  /** Several stores; an empty list finds nothing. */
  readonly storeIds?: readonly StoreId[];
  readonly memberId?: MemberId;
  /** Business dates, `YYYY-MM-DD`; `to` is included. */
  readonly from?: string;
  readonly to?: string;
  /** A purchase number, or its beginning. */
  readonly q?: string;
}

@Injectable()
export class PurchasesRead {
  constructor(private readonly reader: Reader) {}

  async byNo(purchaseNo: string): Promise<PurchaseView | null> {
    const [purchase] = await this.select('WHERE p.purchase_no = ?', [purchaseNo]);
    return purchase ?? null;
  }

  async byIds(ids: readonly string[]): Promise<Map<string, PurchaseView>> {
    if (ids.length === 0) return new Map();
    const found = await this.select('WHERE p.id IN (?)', [ids]);
    return new Map(found.map((purchase) => [purchase.purchaseId, purchase]));
  }

  /** The newest `limit` purchases of a member, older than the cursor `<ms>-<id>` when one is given. */
  async ofMember(
    memberId: MemberId,
    limit: number,
    cursor: string | null = null,
  ): Promise<{ items: PurchaseView[]; nextCursor: string | null }> {
    const [ms, id] = (cursor ?? '').split('-');
    const after = ms && id && /^\d+$/.test(ms) && /^\d+$/.test(id) ? [new Date(Number(ms)), id] : null;
    const items = await this.select(
      `WHERE p.member_id = ? ${after ? 'AND (p.occurred_at < ? OR (p.occurred_at = ? AND p.id < ?))' : ''}
        ORDER BY p.occurred_at DESC, p.id DESC LIMIT ?`,
      after ? [memberId, after[0], after[0], after[1], limit] : [memberId, limit],
    );
    const last = items.at(-1);
    const nextCursor = items.length === limit && last ? `${last.occurredAt.getTime()}-${last.purchaseId}` : null;
    return { items, nextCursor };
  }

  /** The newest purchases of a member that were not refunded wholly. */
  keptBy(memberId: MemberId, limit: number): Promise<PurchaseView[]> {
    return this.select(
      "WHERE p.member_id = ? AND p.refund_state <> 'full' ORDER BY p.occurred_at DESC, p.id DESC LIMIT ?",
      [memberId, limit],
    );
  }

  async page(
    filter: PurchaseFilter,
    page: number,
    pageSize: number,
  ): Promise<{ items: PurchaseView[]; total: number }> {
    const { where, params } = conditions(filter);
    const row = await this.reader.one<{ n: string }>(`SELECT COUNT(*) AS n FROM sales_purchase p ${where}`, params);
    const items = await this.select(`${where} ORDER BY p.occurred_at DESC, p.id DESC LIMIT ? OFFSET ?`, [
      ...params,
      pageSize,
      (page - 1) * pageSize,
    ]);
    return { items, total: num(row?.n) };
  }

  /** The last business day that has a purchase, `YYYY-MM-DD`. */
  async lastBusinessDate(): Promise<string | null> {
    const row = await this.reader.one<{ day: string | null }>(
      "SELECT DATE_FORMAT(MAX(business_date), '%Y-%m-%d') AS day FROM sales_purchase",
    );
    return row?.day ?? null;
  }

  private async select(rest: string, params: readonly unknown[]): Promise<PurchaseView[]> {
    const rows = await this.reader.query<PurchaseRow>(
      `SELECT ${PURCHASE_COLUMNS} FROM sales_purchase p ${rest}`,
      params,
    );
    if (rows.length === 0) return [];
    const lines = await this.reader.query<LineRow>(
      'SELECT * FROM sales_purchase_line WHERE purchase_id IN (?) ORDER BY purchase_id, line_no',
      [rows.map((row) => row.id)],
    );
    const grouped = linesByPurchase(lines);
    return rows.map((row) => toStanding(row, grouped.get(row.id) ?? []));
  }
}

const conditions = (filter: PurchaseFilter): { where: string; params: unknown[] } => {
  const parts: string[] = [];
  const params: unknown[] = [];
  const add = (sql: string, value: unknown): void => {
    parts.push(sql);
    params.push(value);
  };
  if (filter.storeId) add('p.store_id = ?', filter.storeId);
  if (filter.storeIds) add('p.store_id IN (?)', filter.storeIds.length > 0 ? filter.storeIds : ['0']);
  if (filter.memberId) add('p.member_id = ?', filter.memberId);
  if (filter.from) add('p.business_date >= ?', filter.from);
  if (filter.to) add('p.business_date <= ?', filter.to);
  if (filter.q) add('p.purchase_no LIKE ?', `${filter.q.replace(/[\\%_]/g, '\\$&')}%`);
  return { where: parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '', params };
};
