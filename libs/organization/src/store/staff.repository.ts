import { isDuplicateEntry, num, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Role } from '../rules/permissions';
import { refuse } from '../rules/refusals';

export interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly status: 'active' | 'revoked';
  readonly login: string | null;
  readonly passwordHash: string | null;
  readonly wechatIdentityId: string | null;
}

export interface NewStaff {
  readonly name: string;
  readonly role: Role;
  readonly login: string | null;
  readonly passwordHash: string | null;
  readonly mustChangePassword: boolean;
}

const COLUMNS = `CAST(id AS CHAR) AS id, name, role, status, login, password_hash AS passwordHash,
  CAST(wechat_identity_id AS CHAR) AS wechatIdentityId`;

/** Rows of staff. Every change first locks the row, so that a revocation and a binding never pass each other. */
@Injectable()
export class StaffRepository {
  async lock(tx: Tx, id: string): Promise<StaffRow> {
    const [row] = await tx.query<StaffRow>(`SELECT ${COLUMNS} FROM organization_staff WHERE id = ? FOR UPDATE`, [id]);
    if (!row) throw refuse('StaffNotFound');
    return row;
  }

  async lockActive(tx: Tx, id: string): Promise<StaffRow> {
    const row = await this.lock(tx, id);
    if (row.status !== 'active') throw refuse('StaffRevoked');
    return row;
  }

  async roleOf(tx: Tx, id: string): Promise<Role> {
    const [row] = await tx.query<{ role: Role }>(
      "SELECT role FROM organization_staff WHERE id = ? AND status = 'active'",
      [id],
    );
    if (!row) throw refuse('StaffOutOfReach');
    return row.role;
  }

  /** Locks all owners, so that two of them cannot leave at the same moment. */
  async countOtherOwners(tx: Tx, id: string): Promise<number> {
    const rows = await tx.query<{ id: string }>(
      "SELECT id FROM organization_staff WHERE role = 'owner' AND status = 'active' ORDER BY id FOR UPDATE",
    );
    return num(rows.filter((row) => String(row.id) !== id).length);
  }

  async insert(tx: Tx, staff: NewStaff, at: Date): Promise<string> {
    const created = await takenLogin(() =>
      tx.execute(
        `INSERT INTO organization_staff (name, role, login, password_hash, must_change_password, created_at)
         VALUES (?, ?, ?, ?, ?, ?)`,
        [staff.name, staff.role, staff.login, staff.passwordHash, staff.mustChangePassword, at],
      ),
    );
    return created.insertId;
  }

  async update(tx: Tx, id: string, staff: { name: string; role: Role; login: string | null }): Promise<void> {
    await takenLogin(() =>
      tx.execute('UPDATE organization_staff SET name = ?, role = ?, login = ? WHERE id = ?', [
        staff.name,
        staff.role,
        staff.login,
        id,
      ]),
    );
  }

  async setStores(tx: Tx, id: string, storeIds: readonly string[]): Promise<void> {
    await tx.execute('DELETE FROM organization_staff_store WHERE staff_id = ?', [id]);
    if (storeIds.length === 0) return;
    const kept = await tx.execute(
      'INSERT INTO organization_staff_store (staff_id, store_id) SELECT ?, id FROM organization_store WHERE id IN (?)',
      [id, storeIds],
    );
    if (kept.affectedRows !== storeIds.length) throw refuse('StoreNotFound');
  }

  async setPassword(tx: Tx, id: string, hash: string, mustChange: boolean): Promise<void> {
    await tx.execute('UPDATE organization_staff SET password_hash = ?, must_change_password = ? WHERE id = ?', [
      hash,
      mustChange,
      id,
    ]);
  }

  async bind(tx: Tx, id: string, identityId: string): Promise<void> {
    try {
      await tx.execute('UPDATE organization_staff SET wechat_identity_id = ? WHERE id = ?', [identityId, id]);
    } catch (error) {
      throw isDuplicateEntry(error) ? refuse('IdentityBoundElsewhere') : error;
    }
  }

  async revoke(tx: Tx, id: string, at: Date): Promise<void> {
    const changed = await tx.execute(
      `UPDATE organization_staff SET status = 'revoked', revoked_at = ?, wechat_identity_id = NULL, password_hash = NULL
        WHERE id = ? AND status = 'active'`,
      [at, id],
    );
    if (changed.affectedRows !== 1) throw refuse('StaffRevoked');
  }
}

const takenLogin = async <T>(write: () => Promise<T>): Promise<T> => {
  try {
    return await write();
  } catch (error) {
    throw isDuplicateEntry(error) ? refuse('LoginTaken') : error;
  }
};
