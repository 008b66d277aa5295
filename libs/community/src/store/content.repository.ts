import { json, jsonOrNull, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { ContentBody, ContentLink } from '../rules/content';
import type { Misfire, OccurrenceState } from '../rules/occurrence';
import type { Plan, Standing } from '../rules/plan';
import { refuse } from '../rules/refusals';

/** A content item with its plan, read under its lock. */
export interface LockedContent extends Standing {
  readonly contentId: string;
  readonly scheduleId: string;
  readonly occurrenceId: string;
  readonly plan: Plan;
  readonly paused: boolean;
}

interface Row {
  version: number;
  schedule_id: string;
  planned_local: string;
  zone: string;
  planned_at: Date;
  misfire: 'late' | 'skip';
  max_lateness_minutes: number | null;
  paused: number;
  occurrence_id: string;
  state: OccurrenceState;
}

/** Content items and their versions. A version is written once and never changed. */
@Injectable()
export class ContentRepository {
  /** Waits for whoever is changing or publishing the item. Throws ContentNotFound. */
  async lock(tx: Tx, contentId: string): Promise<LockedContent> {
    const [content] = await tx.query('SELECT id FROM community_content WHERE id = ? FOR UPDATE', [contentId]);
    if (!content) throw refuse('ContentNotFound');
    const [row] = await tx.query<Row>(
      `SELECT c.version, s.id AS schedule_id, s.planned_local, s.zone, s.planned_at, s.misfire, s.max_lateness_minutes,
              s.paused, o.id AS occurrence_id, o.state
         FROM community_content c
         JOIN community_schedule s ON s.content_id = c.id
         JOIN community_occurrence o ON o.schedule_id = s.id AND o.planned_at = s.planned_at
        WHERE c.id = ?`,
      [contentId],
    );
    if (!row) throw refuse('ContentNotFound');
    const { version, state, planned_at: plannedAt } = row;
    const plan = { plannedLocal: row.planned_local, zone: row.zone, plannedAt, misfire: misfireOf(row) };
    const paused = row.paused === 1;
    return {
      contentId,
      scheduleId: row.schedule_id,
      occurrenceId: row.occurrence_id,
      version,
      state,
      plannedAt,
      plan,
      paused,
    };
  }

  async create(tx: Tx, body: ContentBody, now: Date): Promise<string> {
    const { insertId } = await tx.execute('INSERT INTO community_content (version, created_at) VALUES (1, ?)', [now]);
    await this.insertVersion(tx, insertId, 1, body, now);
    return insertId;
  }

  async revise(tx: Tx, contentId: string, version: number, body: ContentBody, now: Date): Promise<void> {
    await this.insertVersion(tx, contentId, version, body, now);
    await tx.execute('UPDATE community_content SET version = ? WHERE id = ?', [version, contentId]);
  }

  /** The current version; null when it is not there. Throws when what is stored cannot be read. */
  async body(tx: Tx, contentId: string): Promise<{ version: number; body: ContentBody } | null> {
    const [row] = await tx.query<BodyRow & { version: number }>(
      `SELECT v.version, v.title, v.text, v.picture_urls, v.link
         FROM community_content c JOIN community_content_version v ON v.content_id = c.id AND v.version = c.version
        WHERE c.id = ?`,
      [contentId],
    );
    return row ? { version: row.version, body: bodyOf(row) } : null;
  }

  private async insertVersion(tx: Tx, id: string, version: number, body: ContentBody, now: Date): Promise<void> {
    const { title, text, pictureUrls, link } = body;
    await tx.execute(
      `INSERT INTO community_content_version (content_id, version, title, text, picture_urls, link, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [id, version, title, text, JSON.stringify(pictureUrls), link && JSON.stringify(link), now],
    );
  }
}

export interface BodyRow {
  title: string | null;
  text: string;
  picture_urls: unknown;
  link: unknown;
}

export const bodyOf = (row: BodyRow): ContentBody => {
  const pictureUrls = json<unknown>(row.picture_urls);
  if (!Array.isArray(pictureUrls) || pictureUrls.some((url) => typeof url !== 'string'))
    throw new Error('the stored picture addresses are not a list');
  return {
    title: row.title,
    text: row.text,
    pictureUrls: pictureUrls as string[],
    link: jsonOrNull<ContentLink>(row.link),
  };
};

export const misfireOf = (row: { misfire: 'late' | 'skip'; max_lateness_minutes: number | null }): Misfire =>
  row.misfire === 'skip' ? { kind: 'skip' } : { kind: 'late', maxLatenessMinutes: row.max_lateness_minutes ?? 0 };
