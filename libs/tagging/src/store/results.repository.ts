import type { Queryable, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Assessment } from '../rules/assess-member';
import type { FanTierCode, FanTierStanding } from '../rules/fan-tiers';
import type { TagRule } from '../rules/standard-tags';
import { MembershipRepository } from './membership.repository';

/** Writes what a run found for some hundred members at once; only what changed makes history. */
@Injectable()
export class ResultsRepository {
  constructor(private readonly memberships: MembershipRepository) {}

  async standings(db: Queryable, memberIds: readonly string[]): Promise<Map<string, FanTierStanding>> {
    const rows = await db.query<{ member_id: string; code: FanTierCode; since: Date }>(
      'SELECT member_id, code, since FROM tagging_fan_tier WHERE member_id IN (?)',
      [memberIds],
    );
    return new Map(rows.map((row) => [row.member_id, { code: row.code, since: row.since.toISOString().slice(0, 10) }]));
  }

  async writeRfm(tx: Tx, runId: string, assessments: readonly Assessment[]): Promise<void> {
    const scored = assessments.filter((each) => each.rfm && each.summary);
    const gone = assessments.filter((each) => !each.rfm).map((each) => each.memberId);
    if (gone.length > 0) await tx.execute('DELETE FROM tagging_rfm WHERE member_id IN (?)', [gone]);
    if (scored.length === 0) return;
    await tx.execute(
      `INSERT INTO tagging_rfm (member_id, r, f, m, recency_days, frequency, net_fen, run_id) VALUES ?
       ON DUPLICATE KEY UPDATE r = VALUES(r), f = VALUES(f), m = VALUES(m), recency_days = VALUES(recency_days),
         frequency = VALUES(frequency), net_fen = VALUES(net_fen), run_id = VALUES(run_id)`,
      [
        scored.map(({ memberId, rfm, summary }) => [
          memberId,
          rfm!.r,
          rfm!.f,
          rfm!.m,
          summary!.recencyDays,
          summary!.frequency,
          summary!.netFen,
          runId,
        ]),
      ],
    );
  }

  async writeFanTiers(
    tx: Tx,
    assessments: readonly Assessment[],
    before: Map<string, FanTierStanding>,
    at: Date,
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO tagging_fan_tier (member_id, code, since, score, parts) VALUES ?
       ON DUPLICATE KEY UPDATE code = VALUES(code), since = VALUES(since), score = VALUES(score), parts = VALUES(parts)`,
      [
        assessments.map((each) => [
          each.memberId,
          each.tier.code,
          each.tier.since,
          each.score,
          JSON.stringify(each.parts),
        ]),
      ],
    );
    const changed = assessments.filter((each) => each.tier.changed);
    if (changed.length === 0) return;
    await tx.execute('INSERT INTO tagging_fan_tier_change (member_id, from_code, to_code, at, why) VALUES ?', [
      changed.map((each) => [
        each.memberId,
        before.get(each.memberId)?.code ?? null,
        each.tier.code,
        at,
        each.tier.why,
      ]),
    ]);
  }

  /** Opens what now holds and closes what no longer holds, in one transaction: no moment without tags. */
  async writeTag(
    tx: Tx,
    tag: TagRule,
    holding: readonly string[],
    memberIds: readonly string[],
    at: Date,
  ): Promise<{ entered: string[]; left: string[] }> {
    const now = new Set(holding);
    const left = await this.memberships.close(
      tx,
      memberIds.filter((id) => !now.has(id)),
      tag.code,
      at,
    );
    const { code: tagCode, version, description: why } = tag;
    const entered = await this.memberships.open(tx, holding, { tagCode, version, why, at });
    return { entered, left };
  }

  async declareTags(tx: Tx, tags: readonly TagRule[]): Promise<void> {
    await tx.execute(
      `INSERT INTO tagging_tag (code, name, kind, version, description) VALUES ?
       ON DUPLICATE KEY UPDATE name = VALUES(name), kind = VALUES(kind), version = VALUES(version), description = VALUES(description)`,
      [tags.map((tag) => [tag.code, tag.name, tag.kind, tag.version, tag.description])],
    );
  }
}
