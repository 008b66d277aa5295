import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { MoveKind } from '../rules/tiers/tier-state';
import { BrandTime } from '../store/brand-time';
import { type Programme, ProgrammeRepository } from '../store/programme.repository';
import { type Grant, grantsOf } from '../store/tier-grants';

/** One line of a member's tier history; names of tiers, also of those that are no more. */
export interface TierMoment {
  readonly at: Date;
  readonly kind: MoveKind;
  readonly from: string | null;
  readonly to: string | null;
  readonly why: string;
}

export type GrantView = Grant & { readonly name: string; readonly isActive: boolean };

/** What happened to a member's tier and why, and what was given by hand; the newest first. */
@Injectable()
export class TierHistoryRead {
  constructor(
    private readonly reader: Reader,
    private readonly programmes: ProgrammeRepository,
    private readonly time: BrandTime,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(memberId: MemberId, limit: number): Promise<TierMoment[]> {
    const name = namesOf(await this.programmes.current(this.reader));
    const rows = await this.reader.query<{
      kind: MoveKind;
      from_code: string | null;
      to_code: string | null;
      cause: string;
      why: string | null;
      at: Date;
    }>(
      `SELECT kind, from_code, to_code, cause, why, at FROM loyalty_tier_change
        WHERE member_id = ? ORDER BY id DESC LIMIT ?`,
      [memberId, limit],
    );
    return rows.map((row) => ({
      at: row.at,
      kind: row.kind,
      from: name(row.from_code),
      to: name(row.to_code),
      why: row.why ?? (row.cause === 'window' ? '统计周期移动' : '累计达到升级门槛'),
    }));
  }

  async grants(memberId: MemberId, limit: number): Promise<GrantView[]> {
    const name = namesOf(await this.programmes.current(this.reader));
    const today = this.time.day(this.clock.now());
    return (await grantsOf(this.reader, memberId, limit)).map((grant) => ({
      ...grant,
      name: name(grant.code) ?? grant.code,
      isActive: grant.ended === null && grant.until >= today,
    }));
  }
}

const namesOf = ({ tiers, formerTiers }: Programme): ((code: string | null) => string | null) => {
  const names = new Map([...formerTiers.names, ...tiers.map(({ code, name }) => [code, name] as const)]);
  return (code) => (code === null ? null : (names.get(code) ?? code));
};
