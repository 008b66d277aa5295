import type { Day } from '../calendar/days';
import { DEFAULT_SETTINGS, type TierSettings } from '../settings';
import { advance } from './advance';
import { fall, rise } from './revise';
import { startingIn, type TierContext, type TierMove, type TierState } from './tier-state';
import { NO_BENEFITS, type Tier } from './tiers';

/** Builders for the specs of this folder. */
export const aTier = (code: string, enterAt: number, keepAt: number, leaveAt: number): Tier => ({
  code,
  name: { silver: '银叶', gold: '金叶', rock: '岩茶' }[code] ?? code,
  colour: '#C9A227',
  enterAt,
  keepAt,
  leaveAt,
  multiplierPercent: 100,
  benefits: NO_BENEFITS,
});

export const LADDER: readonly Tier[] = [
  aTier('silver', 0, 0, 0),
  aTier('gold', 2000, 1500, 500),
  aTier('rock', 8000, 6000, 2000),
];

/** One member's counters and state, played day by day. */
export class Course {
  state: TierState;
  readonly moves: TierMove[] = [];
  private readonly days = new Map<Day, number>();

  constructor(
    joined: Day,
    readonly settings: TierSettings = DEFAULT_SETTINGS.tiers,
    readonly tiers: readonly Tier[] = LADDER,
  ) {
    this.state = startingIn(tiers[0]?.code ?? null, joined);
    this.context = { tiers, successors: new Map(), settings, joined, qualifying: (from, to) => this.sum(from, to) };
  }

  context: TierContext;

  sum(from: Day, to: Day): number {
    let sum = 0;
    for (const [day, amount] of this.days) if (day >= from && day <= to) sum += amount;
    return sum;
  }

  /** A purchase on `day` that is told on `today`: later than it happened when they differ. */
  buy(day: Day, amount: number, today: Day = day): this {
    this.to(today);
    this.days.set(day, (this.days.get(day) ?? 0) + amount);
    return this.take(rise(this.state, this.context));
  }

  /** A refund on `today` of what was bought on `day`. */
  refund(day: Day, amount: number, today: Day): this {
    this.to(today);
    this.days.set(day, (this.days.get(day) ?? 0) - amount);
    return this.take(fall(this.state, this.context));
  }

  to(day: Day): this {
    return this.take(advance(this.state, day, this.context));
  }

  take({ state, moves }: { state: TierState; moves: readonly TierMove[] }): this {
    this.state = state;
    this.moves.push(...moves);
    return this;
  }

  /** `2026-06-15 rise silver>gold` */
  get told(): string[] {
    return this.moves.map(({ on, kind, from, to }) => `${on} ${kind} ${from}>${to}`);
  }
}
