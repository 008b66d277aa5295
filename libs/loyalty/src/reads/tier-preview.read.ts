import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, num, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type Group, type PlannedKind, type PlannedMove, plannedMove, type TierPlan } from '../rules/tiers/plan';
import { currentCode } from '../rules/tiers/stair';
import { assertTiers } from '../rules/tiers/tier-checks';
import { rankOf, type Tier } from '../rules/tiers/tiers';
import { BrandTime } from '../store/brand-time';
import { type Programme, ProgrammeRepository } from '../store/programme.repository';
import { standingsSql } from './tier-preview-sql';

type MovingKind = Exclude<PlannedKind, 'stays'>;

export interface TierPreview {
  readonly members: number;
  /** By tier of the plan, then tiers that it leaves out. */
  readonly counts: readonly {
    readonly code: string;
    readonly name: string;
    readonly colour: string;
    readonly now: number;
    readonly after: number;
  }[];
  readonly moves: readonly {
    readonly from: string;
    readonly to: string;
    readonly kind: MovingKind;
    readonly members: number;
    readonly inGrace: number;
  }[];
  readonly samples: readonly {
    readonly memberId: MemberId;
    readonly from: string;
    readonly to: string;
    readonly qualifying: number;
  }[];
}

interface GroupRow {
  earned: string | null;
  granted: string | null;
  reaches: string;
  keeps: Group['keeps'];
  n: string;
}

const SAMPLES = 12;

/** Who would be where with other tiers, over all members in one pass of the database. Nothing is written. */
@Injectable()
export class TierPreviewRead {
  constructor(
    private readonly reader: Reader,
    private readonly programmes: ProgrammeRepository,
    private readonly time: BrandTime,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws TiersNotValid. */
  async execute(plan: TierPlan): Promise<TierPreview> {
    assertTiers(plan.tiers, plan.settings);
    const programme = await this.programmes.current(this.reader);
    const before = programme.tiers;
    const now = this.clock.now();
    const standings = standingsSql(plan, before, this.time.day(now), this.time.offsetMinutes(now));
    const rows = await this.reader.query<GroupRow>(
      `SELECT s.earned, s.granted, s.reaches, s.keeps, COUNT(*) AS n FROM (${standings.sql}) s
        GROUP BY s.earned, s.granted, s.reaches, s.keeps`,
      standings.params,
    );
    const groups = rows.map((row): Planned => ({ ...plannedMove(before, plan.tiers, toGroup(row, programme)), row }));
    return {
      members: groups.reduce((sum, { row }) => sum + num(row.n), 0),
      counts: countsOf(before, plan.tiers, groups),
      moves: movesOf(groups),
      samples: await this.samples(standings, groups),
    };
  }

  /** Some of those who would move, the most active first. */
  private async samples(
    standings: { readonly sql: string; readonly params: readonly unknown[] },
    groups: readonly Planned[],
  ): Promise<TierPreview['samples']> {
    const moving = groups.filter(({ kind }) => kind !== 'stays');
    if (moving.length === 0) return [];
    const condition = moving.map(() => '(s.earned <=> ? AND s.granted <=> ? AND s.reaches = ? AND s.keeps = ?)');
    const rows = await this.reader.query<GroupRow & { member_id: MemberId; qualifying: string }>(
      `SELECT s.* FROM (${standings.sql}) s WHERE ${condition.join(' OR ')} ORDER BY s.qualifying DESC, s.member_id LIMIT ?`,
      [...standings.params, ...moving.flatMap(({ row }) => keyOf(row)), SAMPLES],
    );
    const byKey = new Map(moving.map((planned) => [keyOf(planned.row).join(), planned]));
    return rows.map((row) => {
      const { from, to } = byKey.get(keyOf(row).join())!;
      return { memberId: row.member_id, from, to, qualifying: num(row.qualifying) };
    });
  }
}

type Planned = PlannedMove & { readonly row: GroupRow };

const keyOf = ({ earned, granted, reaches, keeps }: GroupRow): unknown[] => [earned, granted, num(reaches), keeps];

const toGroup = ({ earned, granted, reaches, keeps }: GroupRow, { tiers, formerTiers }: Programme): Group => {
  const known = { tiers, successors: formerTiers.successors };
  return { earned: currentCode(earned, known), granted: currentCode(granted, known), reaches: num(reaches), keeps };
};

const countsOf = (
  before: readonly Tier[],
  plan: readonly Tier[],
  groups: readonly Planned[],
): TierPreview['counts'] => {
  const gone = before.filter(({ code }) => rankOf(plan, code) < 0);
  const members = (of: (planned: Planned) => boolean): number =>
    groups.reduce((sum, planned) => (of(planned) ? sum + num(planned.row.n) : sum), 0);
  return [...plan, ...gone].map(({ code, name, colour }) => ({
    code,
    name,
    colour,
    now: members(({ from }) => from === code),
    after: members(({ to }) => to === code),
  }));
};

const movesOf = (groups: readonly Planned[]): TierPreview['moves'] => {
  const moves = new Map<string, { from: string; to: string; kind: MovingKind; members: number; inGrace: number }>();
  for (const { from, to, kind, inGrace, row } of groups) {
    if (kind === 'stays') continue;
    const key = `${from} ${to} ${kind}`;
    const known = moves.get(key) ?? { from, to, kind, members: 0, inGrace: 0 };
    known.members += num(row.n);
    if (inGrace) known.inGrace += num(row.n);
    moves.set(key, known);
  }
  return [...moves.values()].sort((a, b) => b.members - a.members);
};
