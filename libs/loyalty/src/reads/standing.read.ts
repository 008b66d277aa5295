import type { Clock, MemberId, Points } from '@fanloop/kernel';
import { CLOCK, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { plusDays, windowStart } from '../rules/calendar/days';
import { type Standing, standingOf, type Tier, tierByCode, tierFor, tierOnDay } from '../rules/tiers/tiers';
import { BrandTime } from '../store/brand-time';
import { LedgerStore } from '../store/ledger-store';
import { MemberDays } from '../store/member-days';
import { ProgrammeRepository } from '../store/programme.repository';

export interface TierStanding {
  readonly code: string;
  readonly name: string;
  readonly colour: string;
  readonly multiplierPercent: number;
  readonly qualifyingPoints: Points;
  readonly windowFrom: Date;
  /** Half-open. */
  readonly windowUntil: Date;
  readonly next: Standing['next'];
  readonly progressPercent: number;
  readonly benefits: readonly string[];
  readonly tiers: readonly Omit<Tier, 'multiplierPercent'>[];
}

/** Shown while a brand has no tiers. */
const WITHOUT_TIERS: Tier = {
  code: 'member',
  name: '会员',
  atPoints: 0,
  colour: '#8FA3A0',
  multiplierPercent: 100,
  benefits: [],
};

/** Where a member stands: tier, points of the window, and what is missing to the next one. */
@Injectable()
export class StandingRead {
  constructor(
    private readonly reader: Reader,
    private readonly ledger: LedgerStore,
    private readonly programmes: ProgrammeRepository,
    private readonly time: BrandTime,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(memberId: MemberId): Promise<TierStanding> {
    const { tiers, settings, pointsPerYuan } = await this.programmes.current(this.reader);
    const today = this.time.day(this.clock.now());
    const from = windowStart(today, settings.tiers.window.kind === 'rolling' ? settings.tiers.window.months : 12);
    const account = (await this.ledger.accounts.read(this.reader, [memberId])).get(memberId);
    const days = await MemberDays.load(this.reader, [memberId], from);
    const qualifyingPoints = days.sum(memberId, from, today);
    const held = { held: tierByCode(tiers, account?.tierCode ?? null), heldDay: account?.tierDay ?? today };
    const tier = tierOnDay(tiers, held, today, qualifyingPoints) ?? tierFor(tiers, 0) ?? WITHOUT_TIERS;
    const { next, progressPercent } = standingOf(tiers, tier, qualifyingPoints, pointsPerYuan);
    const { code, name, colour, multiplierPercent, benefits } = tier;
    return {
      code,
      name,
      colour,
      multiplierPercent,
      qualifyingPoints,
      windowFrom: this.time.startOf(from),
      windowUntil: this.time.startOf(plusDays(today, 1)),
      next,
      progressPercent,
      benefits,
      tiers: tiers.map(({ multiplierPercent: _, ...shown }) => shown),
    };
  }
}
