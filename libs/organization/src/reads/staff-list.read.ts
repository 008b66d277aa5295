import { json, num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { PERMISSIONS_OF, type Permission, ROLES, type Role } from '../rules/permissions';

export interface StaffView {
  readonly staffId: string;
  readonly name: string;
  readonly role: Role;
  readonly status: 'active' | 'revoked';
  readonly login: string | null;
  readonly stores: readonly { readonly id: string; readonly name: string }[];
  readonly wechatBound: boolean;
  readonly createdAt: Date;
}

type Row = Omit<StaffView, 'stores' | 'wechatBound'> & { stores: unknown; wechatBound: number };

const SELECT = `SELECT CAST(s.id AS CHAR) AS staffId, s.name, s.role, s.status, s.login,
    s.wechat_identity_id IS NOT NULL AS wechatBound, s.created_at AS createdAt,
    (SELECT JSON_ARRAYAGG(JSON_OBJECT('id', CAST(o.id AS CHAR), 'name', o.name))
       FROM organization_staff_store t JOIN organization_store o ON o.id = t.store_id
      WHERE t.staff_id = s.id) AS stores
  FROM organization_staff s`;

/** Staff for the console's screens. Never a password, never a WeChat id. */
@Injectable()
export class StaffListRead {
  constructor(private readonly reader: Reader) {}

  /** `withinStores` keeps to staff of those stores: what a store manager may see. */
  async page(page: {
    page: number;
    pageSize: number;
    withinStores: readonly string[] | null;
  }): Promise<{ items: StaffView[]; total: number }> {
    const limited = page.withinStores !== null;
    const where = limited ? 'WHERE s.id IN (SELECT staff_id FROM organization_staff_store WHERE store_id IN (?))' : '';
    const scope = limited ? [page.withinStores!.length > 0 ? page.withinStores : [0]] : [];
    const count = await this.reader.one<{ n: string }>(
      `SELECT COUNT(*) AS n FROM organization_staff s ${where}`,
      scope,
    );
    const rows = await this.reader.query<Row>(`${SELECT} ${where} ORDER BY s.status, s.id LIMIT ? OFFSET ?`, [
      ...scope,
      page.pageSize,
      (page.page - 1) * page.pageSize,
    ]);
    return { items: rows.map(viewOf), total: num(count?.n) };
  }

  async one(staffId: string): Promise<StaffView | null> {
    const row = await this.reader.one<Row>(`${SELECT} WHERE s.id = ?`, [staffId]);
    return row && viewOf(row);
  }

  /** Active staff whose role holds a permission. */
  async countWith(permission: Permission): Promise<number> {
    const roles = ROLES.filter((role) => PERMISSIONS_OF[role].includes(permission));
    const row = await this.reader.one<{ n: string }>(
      "SELECT COUNT(*) AS n FROM organization_staff WHERE status = 'active' AND role IN (?)",
      [roles],
    );
    return num(row?.n);
  }

  /** Names for lists of deeds; unknown ids are left out. */
  async names(staffIds: readonly string[]): Promise<Map<string, string>> {
    if (staffIds.length === 0) return new Map();
    const rows = await this.reader.query<{ id: string; name: string }>(
      'SELECT CAST(id AS CHAR) AS id, name FROM organization_staff WHERE id IN (?)',
      [staffIds],
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }
}

const viewOf = (row: Row): StaffView => ({
  ...row,
  wechatBound: Boolean(row.wechatBound),
  stores: row.stores === null ? [] : json<{ id: string; name: string }[]>(row.stores),
});
