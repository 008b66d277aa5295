import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, chunks, FieldCipher, type Queryable, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { phoneTail } from '../rules/phone';

/** `miniapp-openid`, `unionid`, `phone`, or a kind of external account such as `household` or `pos-card`. */
export interface IdentityKey {
  readonly kind: string;
  /** Normalised: a phone as E.164. */
  readonly value: string;
}

export interface IdentityRow {
  readonly id: string;
  readonly kind: string;
  readonly blindIndex: string;
  readonly memberId: MemberId | null;
  readonly verifiedAt: Date | null;
}

const VALUE_CONTEXT = 'members_identity.value';
const TAIL_CONTEXT = 'members_identity.tail';
const COLUMNS = `CAST(id AS CHAR) AS id, kind, blind_index AS blindIndex, CAST(member_id AS CHAR) AS memberId,
  verified_at AS verifiedAt`;

/**
 * Who is who: one row per account, encrypted, unique by a blind index over kind and value. A row exists before it belongs to a
 * member: whoever locks it (`claim`) may give it one, so two enrolments with one phone meet at one row.
 */
@Injectable()
export class IdentityRepository {
  constructor(
    private readonly cipher: FieldCipher,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  indexOf(key: IdentityKey): string {
    return this.cipher.blindIndex(key.value, `members_identity.${key.kind}`);
  }

  tailIndexOf(tail: string): string {
    return this.cipher.blindIndex(tail, TAIL_CONTEXT);
  }

  valueOf(encrypted: string): string {
    return this.cipher.decrypt(encrypted, VALUE_CONTEXT);
  }

  /** The rows of these keys, made where they are missing, locked until the end of the transaction. Keyed by blind index. */
  async claim(tx: Tx, keys: readonly IdentityKey[]): Promise<Map<string, IdentityRow>> {
    const wanted = new Map(keys.map((key) => [this.indexOf(key), key] as const));
    const found = await this.lock(tx, [...wanted.keys()]);
    const missing = [...wanted].filter(([index]) => !found.has(index)).sort(([a], [b]) => (a < b ? -1 : 1));
    if (missing.length === 0) return found;
    for (const part of chunks(missing, 500)) await this.insert(tx, part);
    return new Map([
      ...found,
      ...(await this.lock(
        tx,
        missing.map(([index]) => index),
      )),
    ]);
  }

  /** Belongs to a member from now on. `verified` tells that the person proved to have it. */
  async assign(tx: Tx, ids: readonly string[], memberId: MemberId, verified: boolean): Promise<void> {
    await tx.execute(
      'UPDATE members_identity SET member_id = ?, verified_at = COALESCE(verified_at, ?) WHERE id IN (?)',
      [memberId, verified ? this.clock.now() : null, ids],
    );
  }

  /** Many at once, none of them verified. */
  async assignMany(tx: Tx, rows: readonly { row: IdentityRow; memberId: MemberId }[]): Promise<void> {
    for (const part of chunks(rows, 500))
      await tx.execute(
        `INSERT INTO members_identity (id, kind, blind_index, value_encrypted, member_id, created_at) VALUES ?
         ON DUPLICATE KEY UPDATE member_id = VALUES(member_id)`,
        [part.map(({ row, memberId }) => [row.id, row.kind, row.blindIndex, '', memberId, this.clock.now()])],
      );
  }

  async lockById(tx: Tx, id: string): Promise<IdentityRow | null> {
    const [row] = await tx.query<IdentityRow>(`SELECT ${COLUMNS} FROM members_identity WHERE id = ? FOR UPDATE`, [id]);
    return row ?? null;
  }

  async lockOfMember(tx: Tx, memberId: MemberId): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      'SELECT CAST(id AS CHAR) AS id FROM members_identity WHERE member_id = ? ORDER BY id FOR UPDATE',
      [memberId],
    );
    return rows.map((row) => row.id);
  }

  /** Without a lock: for look-ups. Keyed by blind index. */
  async find(from: Queryable, keys: readonly IdentityKey[]): Promise<Map<string, IdentityRow>> {
    const found = new Map<string, IdentityRow>();
    for (const part of chunks(keys, 1000)) {
      const rows = await from.query<IdentityRow>(`SELECT ${COLUMNS} FROM members_identity WHERE blind_index IN (?)`, [
        part.map((key) => this.indexOf(key)),
      ]);
      for (const row of rows) found.set(row.blindIndex, row);
    }
    return found;
  }

  /** A closed account gives its identities back: the rows go, so that nothing of the person stays. */
  async release(tx: Tx, memberId: MemberId, keptIds: readonly string[]): Promise<void> {
    await tx.execute('DELETE FROM members_identity WHERE member_id = ? AND id NOT IN (?)', [memberId, [0, ...keptIds]]);
    await tx.execute('UPDATE members_identity SET member_id = NULL WHERE member_id = ?', [memberId]);
  }

  private async lock(tx: Tx, indexes: readonly string[]): Promise<Map<string, IdentityRow>> {
    const found = new Map<string, IdentityRow>();
    for (const part of chunks([...indexes].sort(), 1000)) {
      const rows = await tx.query<IdentityRow>(
        `SELECT ${COLUMNS} FROM members_identity WHERE blind_index IN (?) ORDER BY id FOR UPDATE`,
        [part],
      );
      for (const row of rows) found.set(row.blindIndex, row);
    }
    return found;
  }

  private async insert(tx: Tx, rows: readonly (readonly [string, IdentityKey])[]): Promise<void> {
    const now = this.clock.now();
    await tx.execute(
      `INSERT INTO members_identity (kind, blind_index, value_encrypted, tail_index, created_at) VALUES ?
       ON DUPLICATE KEY UPDATE kind = members_identity.kind`,
      [
        rows.map(([index, key]) => [
          key.kind,
          index,
          this.cipher.encrypt(key.value, VALUE_CONTEXT),
          key.kind === 'phone' ? this.tailIndexOf(phoneTail(key.value)) : null,
          now,
        ]),
      ],
    );
  }
}
