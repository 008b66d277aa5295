import type { Actor, MemberId, StoreId } from '@fanloop/kernel';
import type { Entry } from '../rules/account';
import type { Day, LocalTime } from '../rules/days';
import { type Decision, evaluate } from '../rules/evaluate';
import type { Facts } from '../rules/facts';
import { earn } from '../rules/ledger';
import { type Tier, tierByCode, tierOnDay } from '../rules/tiers';
import type { BrandTime } from '../store/brand-time';
import type { CapUses } from '../store/cap-uses';
import type { LedgerBatch } from '../store/ledger-batch';
import type { Programme } from '../store/programme.repository';
import type { TierDays } from '../store/tier-days';

export interface EarningFacts {
  readonly memberId: MemberId;
  readonly reference: string;
  readonly actor: Actor;
  readonly storeId: StoreId | null;
  readonly at: Date;
  readonly local: LocalTime;
  /** Kept in the journal with the trace. */
  readonly about: Readonly<Record<string, unknown>>;
}

/** What an earning leaves in the journal beside its numbers. */
export interface EarnTrace {
  readonly about: Readonly<Record<string, unknown>> & { readonly day: Day };
  readonly steps: Decision['trace'];
  readonly why: readonly string[];
  readonly tierAfter: string | null;
  readonly tierChanged: boolean;
}

export interface Earned {
  readonly entry: Entry;
  readonly trace: EarnTrace;
}

/** Earnings one after another on one batch: each sees the caps, the tier and the balance that the one before it left. */
export class Earning {
  constructor(
    private readonly programme: Programme,
    private readonly time: BrandTime,
    private readonly batch: LedgerBatch,
    private readonly counters: { readonly tierDays: TierDays; readonly capUses: CapUses },
  ) {}

  /** The tier on the day of the event. A later day than the last judgement first moves the window on, as the night would. */
  tierAt(memberId: MemberId, local: LocalTime, at: Date): Tier | null {
    const { day } = local;
    const account = this.batch.account(memberId)!;
    const tier = this.judgeTier(memberId, day);
    if (day <= account.tierDay) return tier;
    if (tier && tier.code !== account.tierCode)
      this.batch.moveTier(memberId, tier.code, day, {
        cause: 'window',
        qualifying: this.qualifying(memberId, day),
        at,
      });
    else this.batch.note(memberId, { tierDay: day });
    return tier;
  }

  decide(memberId: MemberId, facts: Facts, tier: Tier | null, at: Date): Decision {
    const usedToday = (ruleId: string) => this.counters.capUses.of(memberId, ruleId, facts.day);
    return evaluate(this.programme.rules, { facts, at, tier, usedToday });
  }

  credit(decision: Decision, facts: EarningFacts): Earned {
    const { memberId, at, reference } = facts;
    const { day } = facts.local;
    for (const step of decision.trace) if (step.cap) this.counters.capUses.add(memberId, step.ruleId, day, step.points);
    this.counters.tierDays.add(memberId, day, decision.points);
    const tierChanged = this.riseAfter(memberId, reference, at);
    const trace: EarnTrace = {
      about: { ...facts.about, day },
      steps: decision.trace,
      why: decision.why,
      tierAfter: this.batch.account(memberId)!.tierCode,
      tierChanged,
    };
    const expiresAt = this.time.expiryOf(day, this.programme.settings.expiryMonths);
    const posting = earn(this.batch.account(memberId)!, { points: decision.points, at, expiresAt, source: reference });
    const entry = this.batch.post(memberId, posting, { ...facts, trace });
    return { entry, trace };
  }

  private riseAfter(memberId: MemberId, cause: string, at: Date): boolean {
    const { tierDay, tierCode } = this.batch.account(memberId)!;
    const tier = this.judgeTier(memberId, tierDay);
    if (!tier || tier.code === tierCode) return false;
    this.batch.moveTier(memberId, tier.code, tierDay, { cause, qualifying: this.qualifying(memberId, tierDay), at });
    return true;
  }

  private judgeTier(memberId: MemberId, day: Day): Tier | null {
    const { tierCode, tierDay } = this.batch.account(memberId)!;
    const held = tierByCode(this.programme.tiers, tierCode);
    return tierOnDay(this.programme.tiers, { held, heldDay: tierDay }, day, this.qualifying(memberId, day));
  }

  private qualifying(memberId: MemberId, day: Day): number {
    const from = this.time.windowStart(day, this.programme.settings.tierWindowMonths);
    return this.counters.tierDays.sum(memberId, from, day);
  }
}
