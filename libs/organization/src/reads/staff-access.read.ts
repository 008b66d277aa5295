import { Reader, SharedLookUp } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { isTiedToStores, PERMISSIONS_OF, type Permission, type Role } from '../rules/permissions';

/** What an active staff member may do, as it stands now. */
export interface StaffAccess {
  readonly staffId: string;
  readonly name: string;
  readonly role: Role;
  /** null: every store. */
  readonly storeIds: readonly string[] | null;
  readonly permissions: readonly Permission[];
  /** A temporary password opens nothing but its own change. */
  readonly mustChangePassword: boolean;
}

interface Row {
  id: string;
  name: string;
  role: Role;
  identityId: string | null;
  mustChange: number;
  storeId: string | null;
}

type Key = 'id' | 'wechat_identity_id';

/** Asked at every request of staff: requests that arrive together share one query, and nothing is cached. */
@Injectable()
export class StaffAccessRead {
  private readonly ids = this.loader('id');
  private readonly identities = this.loader('wechat_identity_id');

  constructor(private readonly reader: Reader) {}

  /** null for unknown or revoked staff. */
  byId(staffId: string): Promise<StaffAccess | null> {
    return this.ids.load(staffId);
  }

  /** null for an identity that is bound to no active staff. */
  byIdentity(identityId: string): Promise<StaffAccess | null> {
    return this.identities.load(identityId);
  }

  private loader(key: Key): SharedLookUp<string, StaffAccess | null> {
    return new SharedLookUp((values) => this.load(key, values));
  }

  private async load(key: Key, values: readonly string[]): Promise<(StaffAccess | null)[]> {
    const rows = await this.reader.query<Row>(
      `SELECT CAST(s.id AS CHAR) AS id, s.name, s.role, CAST(s.wechat_identity_id AS CHAR) AS identityId,
              s.must_change_password AS mustChange, CAST(t.store_id AS CHAR) AS storeId
         FROM organization_staff s LEFT JOIN organization_staff_store t ON t.staff_id = s.id
        WHERE s.${key} IN (?) AND s.status = 'active'
        ORDER BY t.store_id`,
      [values],
    );
    return values.map((value) => accessOf(rows.filter((row) => (key === 'id' ? row.id : row.identityId) === value)));
  }
}

const accessOf = (rows: readonly Row[]): StaffAccess | null => {
  const [first] = rows;
  if (!first) return null;
  return {
    staffId: first.id,
    name: first.name,
    role: first.role,
    storeIds: isTiedToStores(first.role) ? rows.flatMap((row) => (row.storeId ? [row.storeId] : [])) : null,
    permissions: PERMISSIONS_OF[first.role],
    mustChangePassword: Boolean(first.mustChange),
  };
};
