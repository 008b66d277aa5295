import type { Day, MemberId } from '@fanloop/kernel';
import { json, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

/** A running card that nobody has renewed, with the reminders that its terms promise. */
export interface EndingCard {
  readonly cardId: string;
  readonly cardNo: string;
  readonly memberId: MemberId;
  readonly planId: string;
  readonly name: string;
  readonly lastOn: Day;
  readonly reminderDays: readonly number[];
}

type Row = Omit<EndingCard, 'reminderDays'> & { reminderDays: unknown };

/** Who was told of the end of which card. */
@Injectable()
export class ReminderRepository {
  /**
   * Cards that end from one day to another and are not renewed, by key, locked; what another worker holds is passed over
   * and comes again with the next run.
   */
  async lockEnding(tx: Tx, from: Day, until: Day, after: string, limit: number): Promise<EndingCard[]> {
    const ids = await tx.query<{ id: string }>(
      `SELECT c.id FROM memberships_card c
        WHERE c.state IN ('active', 'upcoming') AND c.starts_on <= ? AND c.last_on BETWEEN ? AND ? AND c.id > ?
          ORDER BY c.id LIMIT ? FOR UPDATE SKIP LOCKED`,
      [from, from, until, after, limit],
    );
    if (ids.length === 0) return [];
    const rows = await tx.query<Row>(
      `SELECT c.id AS cardId, c.card_no AS cardNo, c.member_id AS memberId, c.plan_id AS planId, v.name,
              c.last_on AS lastOn, v.reminder_days AS reminderDays
         FROM memberships_card c JOIN memberships_plan_version v ON v.plan_id = c.plan_id AND v.version = c.version
        WHERE c.id IN (?) ORDER BY c.id`,
      [ids.map(({ id }) => id)],
    );
    return rows.map((row) => ({ ...row, reminderDays: json<number[]>(row.reminderDays) }));
  }

  /** Of these cards, those that somebody has renewed already. */
  async renewed(tx: Tx, cardIds: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }>(
      "SELECT follows_id AS id FROM memberships_card WHERE follows_id IN (?) AND state IN ('upcoming', 'active')",
      [cardIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async told(tx: Tx, cardIds: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ id: string; days: number }>(
      'SELECT card_id AS id, days_before AS days FROM memberships_reminder WHERE card_id IN (?)',
      [cardIds],
    );
    return new Set(rows.map(({ id, days }) => `${id}:${days}`));
  }

  /** Under the cards' locks. */
  async keep(tx: Tx, told: readonly { readonly cardId: string; readonly days: number }[], at: Date): Promise<void> {
    if (told.length === 0) return;
    await tx.execute('INSERT INTO memberships_reminder (card_id, days_before, told_at) VALUES ?', [
      told.map(({ cardId, days }) => [cardId, days, at]),
    ]);
  }
}
