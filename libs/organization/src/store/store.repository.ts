import { isDuplicateEntry, type Queryable, Reader, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import type { Store, StoreFields } from '../rules/store';

const COLUMNS = `CAST(id AS CHAR) AS id, code, name, address, lat, lng, zone, open_hours AS openHours, phone,
  photo_url AS photoUrl`;

/** Rows of stores. There are few of them and they change seldom: plain SQL, whole rows. */
@Injectable()
export class StoreRepository {
  constructor(private readonly reader: Reader) {}

  all(): Promise<Store[]> {
    return this.reader.query<Store>(`SELECT ${COLUMNS} FROM organization_store ORDER BY code`);
  }

  async byIds(ids: readonly string[], from: Queryable = this.reader): Promise<Store[]> {
    if (ids.length === 0) return [];
    return from.query<Store>(`SELECT ${COLUMNS} FROM organization_store WHERE id IN (?)`, [ids]);
  }

  async byCodes(codes: readonly string[], from: Queryable = this.reader): Promise<Store[]> {
    if (codes.length === 0) return [];
    return from.query<Store>(`SELECT ${COLUMNS} FROM organization_store WHERE code IN (?)`, [codes]);
  }

  async insert(tx: Tx, fields: StoreFields, at: Date): Promise<string> {
    return takenCode(async () => {
      const created = await tx.execute(
        `INSERT INTO organization_store (code, name, address, lat, lng, zone, open_hours, phone, photo_url, created_at) VALUES ?`,
        [[[...values(fields), at]]],
      );
      return created.insertId;
    });
  }

  async update(tx: Tx, id: string, fields: StoreFields): Promise<void> {
    const changed = await takenCode(() =>
      tx.execute(
        `UPDATE organization_store SET code = ?, name = ?, address = ?, lat = ?, lng = ?, zone = ?, open_hours = ?,
           phone = ?, photo_url = ? WHERE id = ?`,
        [...values(fields), id],
      ),
    );
    if (changed.affectedRows !== 1) throw refuse('StoreNotFound');
  }

  /** Adds stores whose code is new; those that are there stay as they are. */
  async insertMissing(tx: Tx, stores: readonly StoreFields[], at: Date): Promise<void> {
    if (stores.length === 0) return;
    await tx.execute(
      `INSERT INTO organization_store (code, name, address, lat, lng, zone, open_hours, phone, photo_url, created_at)
       VALUES ? ON DUPLICATE KEY UPDATE code = organization_store.code`,
      [stores.map((store) => [...values(store), at])],
    );
  }
}

const values = (fields: StoreFields): unknown[] => [
  fields.code,
  fields.name,
  fields.address,
  fields.lat,
  fields.lng,
  fields.zone,
  fields.openHours,
  fields.phone,
  fields.photoUrl,
];

const takenCode = async <T>(write: () => Promise<T>): Promise<T> => {
  try {
    return await write();
  } catch (error) {
    throw isDuplicateEntry(error) ? refuse('StoreCodeTaken') : error;
  }
};
