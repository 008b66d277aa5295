import { json, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { ScorePart } from '../rules/fan-score';
import { FAN_TIERS, type FanTierCode } from '../rules/fan-tiers';
import { PopulationRepository } from '../store/population.repository';

export interface FanTierView {
  readonly code: string;
  readonly name: string;
}

export interface FanStory {
  readonly tier: FanTierView;
  readonly since: string;
  readonly score: number;
  readonly parts: readonly ScorePart[];
  readonly next: { readonly name: string; readonly missing: number } | null;
}

export interface TagOfMember {
  readonly code: string;
  readonly name: string;
  readonly why: string;
  readonly since: Date;
}

const nameOf = (code: string): string => FAN_TIERS.find((tier) => tier.code === code)?.name ?? code;

/** What is computed about single members. */
@Injectable()
export class MemberStandingRead {
  constructor(
    private readonly reader: Reader,
    private readonly population: PopulationRepository,
  ) {}

  async fanTiers(memberIds: readonly string[]): Promise<Map<string, FanTierView>> {
    if (memberIds.length === 0) return new Map();
    const rows = await this.reader.query<{ member_id: string; code: string }>(
      'SELECT member_id, code FROM tagging_fan_tier WHERE member_id IN (?)',
      [memberIds],
    );
    return new Map(rows.map((row) => [row.member_id, { code: row.code, name: nameOf(row.code) }]));
  }

  async fanStory(memberId: string): Promise<FanStory | null> {
    const row = await this.reader.one<{ code: FanTierCode; since: Date; score: number; parts: unknown }>(
      'SELECT code, since, score, parts FROM tagging_fan_tier WHERE member_id = ?',
      [memberId],
    );
    if (!row) return null;
    const next = FAN_TIERS[FAN_TIERS.findIndex((tier) => tier.code === row.code) + 1];
    return {
      tier: { code: row.code, name: nameOf(row.code) },
      since: row.since.toISOString().slice(0, 10),
      score: row.score,
      parts: json<ScorePart[]>(row.parts),
      next: next ? { name: next.name, missing: Math.max(0, next.enter - row.score) } : null,
    };
  }

  /** Tags that hold now. */
  tags(memberId: string): Promise<TagOfMember[]> {
    return this.reader.query<TagOfMember>(
      `SELECT m.tag_code AS code, t.name, m.why, m.valid_from AS since
         FROM tagging_membership m JOIN tagging_tag t ON t.code = m.tag_code
        WHERE m.member_id = ? AND m.is_open = 1 ORDER BY m.valid_from DESC, m.id DESC`,
      [memberId],
    );
  }

  /** The member's favourite categories, at most three. */
  async tastes(memberId: string): Promise<string[]> {
    return (await this.population.topCategories(this.reader, [memberId])).get(memberId) ?? [];
  }

  async rfm(memberId: string): Promise<{ r: number; f: number; m: number; asOf: string } | null> {
    const row = await this.reader.one<{ r: number; f: number; m: number; as_of: Date }>(
      'SELECT s.r, s.f, s.m, u.as_of FROM tagging_rfm s JOIN tagging_run u ON u.id = s.run_id WHERE s.member_id = ?',
      [memberId],
    );
    return row && { r: row.r, f: row.f, m: row.m, asOf: row.as_of.toISOString().slice(0, 10) };
  }

  /** Members with a tag or a fan tier, for lists: `null` where no such filter was given. */
  async membersWith(filter: { tag?: string; fanTier?: string }): Promise<string[] | null> {
    if (filter.tag) {
      const rows = await this.reader.query<{ member_id: string }>(
        'SELECT member_id FROM tagging_membership WHERE tag_code = ? AND is_open = 1 ORDER BY member_id',
        [filter.tag],
      );
      return rows.map((row) => row.member_id);
    }
    if (!filter.fanTier) return null;
    const rows = await this.reader.query<{ member_id: string }>(
      'SELECT member_id FROM tagging_fan_tier WHERE code = ? ORDER BY member_id',
      [filter.fanTier],
    );
    return rows.map((row) => row.member_id);
  }

  /** Changes of tier and tags, newest first, for a timeline. */
  async changes(
    memberId: string,
    before: Date,
    limit: number,
  ): Promise<{ at: Date; kind: 'tier' | 'tag'; title: string; detail: string }[]> {
    const rows = await this.reader.query<{ at: Date; kind: 'tier' | 'tag'; title: string; detail: string }>(
      `(SELECT at, 'tier' AS kind, to_code AS title, why AS detail FROM tagging_fan_tier_change WHERE member_id = ? AND at < ?)
       UNION ALL
       (SELECT m.valid_from, 'tag', t.name, m.why FROM tagging_membership m JOIN tagging_tag t ON t.code = m.tag_code
         WHERE m.member_id = ? AND m.valid_from < ?)
       ORDER BY at DESC LIMIT ?`,
      [memberId, before, memberId, before, limit],
    );
    // A tier change is kept by its code; people read the name.
    return rows.map((row) =>
      row.kind === 'tier'
        ? { ...row, title: FAN_TIERS.find(({ code }) => code === row.title)?.name ?? row.title }
        : row,
    );
  }
}
