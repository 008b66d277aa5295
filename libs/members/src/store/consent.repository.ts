import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, type Queryable, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { ConsentChoice, ConsentPurpose, ConsentText } from '../rules/consent';

export interface ConsentRecord extends ConsentChoice {
  readonly at: Date;
}

/** Texts and the log of what was chosen: rows are added, never changed. The newest row of a purpose holds. */
@Injectable()
export class ConsentRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** The newest version of each text, in the order in which they are shown. */
  async texts(from: Queryable): Promise<ConsentText[]> {
    const rows = await from.query<Omit<ConsentText, 'required'> & { required: number }>(
      `SELECT t.purpose, t.version, t.title, t.text, t.required
         FROM members_consent_text t
         JOIN (SELECT purpose, MAX(version) AS version FROM members_consent_text GROUP BY purpose) newest
           ON newest.purpose = t.purpose AND newest.version = t.version
        ORDER BY t.position`,
    );
    return rows.map((row) => ({ ...row, required: Boolean(row.required) }));
  }

  async record(
    tx: Tx,
    memberId: MemberId,
    choices: readonly ConsentChoice[],
    origin: { readonly source: string; readonly ip: string | null },
  ): Promise<void> {
    if (choices.length === 0) return;
    const now = this.clock.now();
    await tx.execute('INSERT INTO members_consent (member_id, purpose, version, granted, at, source, ip) VALUES ?', [
      choices.map((c) => [memberId, c.purpose, c.version, c.granted, now, origin.source, origin.ip]),
    ]);
  }

  async current(from: Queryable, memberId: MemberId): Promise<ConsentRecord[]> {
    const rows = await from.query<Omit<ConsentRecord, 'granted'> & { granted: number }>(
      `SELECT purpose, version, granted, at FROM members_consent
        WHERE id IN (SELECT MAX(id) FROM members_consent WHERE member_id = ? GROUP BY purpose) ORDER BY id`,
      [memberId],
    );
    return rows.map((row) => ({ ...row, granted: Boolean(row.granted) }));
  }

  /** Who of these members agrees to a purpose now. */
  async agreeing(from: Queryable, memberIds: readonly MemberId[], purpose: ConsentPurpose): Promise<Set<MemberId>> {
    if (memberIds.length === 0) return new Set();
    const rows = await from.query<{ memberId: MemberId }>(
      `SELECT CAST(member_id AS CHAR) AS memberId FROM members_consent
        WHERE granted AND id IN (SELECT MAX(id) FROM members_consent WHERE member_id IN (?) AND purpose = ? GROUP BY member_id)`,
      [memberIds, purpose],
    );
    return new Set(rows.map((row) => row.memberId));
  }
}
