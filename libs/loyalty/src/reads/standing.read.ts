import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '../rules/calendar/days';
import { advance } from '../rules/tiers/advance';
import { benefitLines } from '../rules/tiers/benefits';
import { amountText } from '../rules/tiers/causes';
import { type Keeping, type NextTier, type Standing, standingOf } from '../rules/tiers/standing';
import { NO_BENEFITS, type Tier, type TierBasis } from '../rules/tiers/tiers';
import { BrandTime } from '../store/brand-time';
import { LedgerStore } from '../store/ledger-store';
import { newAccount } from '../store/new-account';
import { type Programme, ProgrammeRepository } from '../store/programme.repository';
import { loadTierMemory, tierContext } from '../store/tier-memory';

export interface ShownTier {
  readonly code: string;
  readonly name: string;
  readonly colour: string;
  readonly enterAt: number;
  /** “2,000 成长值”, “入会即享” */
  readonly enterText: string;
  readonly benefits: readonly string[];
}

/** Amounts are in the unit of the basis: tier points, fen, or visits; the texts say them with their unit. */
export interface TierStanding {
  readonly code: string;
  readonly name: string;
  readonly colour: string;
  readonly multiplierPercent: number;
  readonly basis: TierBasis;
  readonly qualifying: number;
  readonly qualifyingText: string;
  readonly windowFrom: Day;
  /** Today, counted. */
  readonly windowTo: Day;
  readonly next: NextTier | null;
  readonly progressPercent: number;
  readonly keep: (Keeping & { readonly countedText: string }) | null;
  readonly grantUntil: Day | null;
  readonly benefits: readonly string[];
  readonly tiers: readonly ShownTier[];
}

/** Shown while a brand has no tiers. */
const WITHOUT_TIERS: Tier = {
  code: 'member',
  name: '会员',
  colour: '#8FA3A0',
  enterAt: 0,
  keepAt: 0,
  leaveAt: 0,
  multiplierPercent: 100,
  benefits: NO_BENEFITS,
};

/** Where a member stands today, also when the night's sweep has not come by yet: tier, what it takes to rise and to keep it. */
@Injectable()
export class StandingRead {
  constructor(
    private readonly reader: Reader,
    private readonly ledger: LedgerStore,
    private readonly programmes: ProgrammeRepository,
    private readonly time: BrandTime,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The brand's tiers, the lowest first, as anybody may see them. */
  async tiers(): Promise<ShownTier[]> {
    const { tiers, settings } = await this.programmes.current(this.reader);
    return tiers.map((tier) => shownTier(tier, settings.tiers.basis));
  }

  async execute(memberId: MemberId): Promise<TierStanding> {
    const programme = await this.programmes.current(this.reader);
    const now = this.clock.now();
    const today = this.time.day(now);
    const opening = { at: now, day: today, tierCode: programme.tiers[0]?.code ?? null };
    const known = await this.ledger.accounts.read(this.reader, [memberId]);
    const account = known.get(memberId) ?? newAccount(memberId, opening);
    const accounts = new Map([[memberId, account]]);
    const { days } = await loadTierMemory(this.reader, programme, this.time, accounts, { first: today });
    const context = tierContext(programme, this.time, account, days);
    const { state } = advance(account.tier, today, context);
    return toView(standingOf(state, context, programme.pointsPerYuan) ?? withoutTiers(today), programme);
  }
}

const withoutTiers = (today: Day): Standing => ({
  tier: WITHOUT_TIERS,
  basis: 'tier-points',
  span: { from: today, to: today },
  qualifying: 0,
  next: null,
  progressPercent: 100,
  keep: null,
  grantUntil: null,
});

const toView = (standing: Standing, { tiers }: Programme): TierStanding => {
  const { tier, basis, span, keep } = standing;
  return {
    code: tier.code,
    name: tier.name,
    colour: tier.colour,
    multiplierPercent: tier.multiplierPercent,
    basis,
    qualifying: standing.qualifying,
    qualifyingText: amountText(basis, standing.qualifying),
    windowFrom: span.from,
    windowTo: span.to,
    next: standing.next,
    progressPercent: standing.progressPercent,
    keep: keep && { ...keep, countedText: amountText(basis, keep.counted) },
    grantUntil: standing.grantUntil,
    benefits: benefitLines(tier),
    tiers: tiers.map((shown) => shownTier(shown, basis)),
  };
};

const shownTier = (tier: Tier, basis: TierBasis): ShownTier => ({
  code: tier.code,
  name: tier.name,
  colour: tier.colour,
  enterAt: tier.enterAt,
  enterText: tier.enterAt === 0 ? '入会即享' : amountText(basis, tier.enterAt),
  benefits: benefitLines(tier),
});
