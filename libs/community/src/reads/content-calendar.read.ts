import type { StaffId } from '@fanloop/kernel';
import { OrganizationDoor } from '@fanloop/organization';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { ContentLink } from '../rules/content';
import type { OccurrenceState } from '../rules/occurrence';
import { refuse } from '../rules/refusals';
import { type BodyRow, bodyOf } from '../store/content.repository';
import { TimeZones } from '../store/time-zones';
import { type Engagement, EngagementRead } from './engagement.read';

/** A content item as its manager sees it. */
export interface ContentItem {
  readonly contentId: string;
  readonly title: string;
  readonly text: string;
  readonly pictureUrls: string[];
  readonly link: ContentLink | null;
  readonly plannedLocal: string;
  readonly zone: string;
  readonly plannedAt: string;
  /** The local time does not exist, or exists twice, on the day of a clock change. */
  readonly clockChange: 'gap' | 'overlap' | null;
  readonly state: OccurrenceState;
  readonly paused: boolean;
  readonly publishedAt: string | null;
  readonly postId: string | null;
  readonly failure: string | null;
  readonly misfire: 'late' | 'skip';
  readonly maxLatenessMinutes: number | null;
  readonly version: number;
}

export interface ContentDetail extends ContentItem {
  readonly history: { readonly at: string; readonly what: string; readonly by: string }[];
  readonly engagement: Engagement;
}

interface Row extends BodyRow {
  id: string;
  version: number;
  planned_local: string;
  zone: string;
  planned_at: Date;
  misfire: 'late' | 'skip';
  max_lateness_minutes: number | null;
  paused: number;
  state: OccurrenceState;
  failure: string | null;
  post_id: string | null;
  published_at: Date | null;
}

const SELECT = `SELECT c.id, c.version, v.title, v.text, v.picture_urls, v.link, s.planned_local, s.zone, s.planned_at,
       s.misfire, s.max_lateness_minutes, s.paused, o.state, o.failure, p.id AS post_id, p.published_at
  FROM community_schedule s
  JOIN community_content c ON c.id = s.content_id
  JOIN community_content_version v ON v.content_id = c.id AND v.version = c.version
  JOIN community_occurrence o ON o.schedule_id = s.id AND o.planned_at = s.planned_at
  LEFT JOIN community_post p ON p.occurrence_id = o.id`;

const MOST = 1000;

/** The content calendar. */
@Injectable()
export class ContentCalendarRead {
  constructor(
    private readonly reader: Reader,
    private readonly zones: TimeZones,
    private readonly engagement: EngagementRead,
    private readonly organization: OrganizationDoor,
  ) {}

  /** Planned within a half-open span, in order; at most 1,000. */
  async between(from: Date, to: Date): Promise<ContentItem[]> {
    const rows = await this.reader.query<Row>(
      `${SELECT} WHERE s.planned_at >= ? AND s.planned_at < ? ORDER BY s.planned_at, s.id LIMIT ${MOST}`,
      [from, to],
    );
    return rows.map((row) => this.view(row));
  }

  /** Throws ContentNotFound. */
  async item(contentId: string): Promise<ContentItem> {
    const row = await this.reader.one<Row>(`${SELECT} WHERE c.id = ?`, [contentId]);
    if (!row) throw refuse('ContentNotFound');
    return this.view(row);
  }

  /** Throws ContentNotFound. */
  async detail(contentId: string): Promise<ContentDetail> {
    const [item, history, engagement] = await Promise.all([
      this.item(contentId),
      this.history(contentId),
      this.engagement.of(contentId),
    ]);
    return { ...item, history, engagement };
  }

  private async history(contentId: string): Promise<ContentDetail['history']> {
    const rows = await this.reader.query<{ at: Date; what: string; actor_kind: string; actor_id: StaffId }>(
      'SELECT at, what, actor_kind, actor_id FROM community_content_history WHERE content_id = ? ORDER BY id DESC',
      [contentId],
    );
    const staffIds = rows.filter((row) => row.actor_kind === 'staff').map((row) => row.actor_id);
    const names = staffIds.length > 0 ? await this.organization.staffNames(staffIds) : new Map<StaffId, string>();
    const nameOf = (row: (typeof rows)[number]): string =>
      row.actor_kind === 'staff' ? (names.get(row.actor_id) ?? '员工') : '系统';
    return rows.map((row) => ({ at: row.at.toISOString(), what: row.what, by: nameOf(row) }));
  }

  private view(row: Row): ContentItem {
    const { title, text, pictureUrls, link } = shownBody(row);
    return {
      contentId: row.id,
      title: title ?? '',
      text,
      pictureUrls: [...pictureUrls],
      link,
      plannedLocal: row.planned_local,
      zone: row.zone,
      plannedAt: row.planned_at.toISOString(),
      clockChange: this.zones.instantOf(row.planned_local, row.zone).clockChange,
      state: row.state,
      paused: row.paused === 1,
      publishedAt: row.published_at?.toISOString() ?? null,
      postId: row.post_id,
      failure: row.failure,
      misfire: row.misfire,
      maxLatenessMinutes: row.max_lateness_minutes,
      version: row.version,
    };
  }
}

/** One row that cannot be read must not hide the calendar: its text still shows, and its failure says the rest. */
const shownBody = (row: Row) => {
  try {
    return bodyOf(row);
  } catch {
    return { title: row.title, text: row.text, pictureUrls: [], link: null };
  }
};
