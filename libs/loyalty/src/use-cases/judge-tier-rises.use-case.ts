import type { MemberId } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { ProgrammeRepository } from '../store/programme.repository';
import { AskRules } from './ask-rules.use-case';

export interface TierMove {
  readonly memberId: MemberId;
  readonly from: string | null;
  readonly to: string;
  readonly at: Date;
}

/** Tells the rules of members who came into a higher tier; going down is no event of theirs. */
@Injectable()
export class JudgeTierRises {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly rules: AskRules,
  ) {}

  async execute(tx: Tx, moves: readonly TierMove[]): Promise<void> {
    const { tiers } = await this.programmes.current(tx);
    const rank = (code: string | null): number => tiers.findIndex((tier) => tier.code === code);
    await this.rules.execute(
      tx,
      moves
        .filter(({ from, to }) => rank(to) > rank(from))
        .map(({ memberId, from, to, at }) => ({
          memberId,
          trigger: 'tier-entered' as const,
          reference: `tier:${to}:${memberId}:${at.getTime()}`,
          at,
          event: { tier: to, tierName: tiers[rank(to)]!.name, from },
        })),
    );
  }
}
