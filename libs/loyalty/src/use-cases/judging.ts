import { type Actor, formatFen, type MemberId, type StoreId } from '@fanloop/kernel';
import { type Day, daysBetween, plusDays } from '../rules/calendar/days';
import { countsOf } from '../rules/judging/counting';
import type { Decision } from '../rules/judging/decision';
import { evaluate } from '../rules/judging/evaluate';
import { TRIGGER_NAMES } from '../rules/judging/fact-catalogue';
import type { Facts } from '../rules/judging/facts';
import type { Limits } from '../rules/judging/limits';
import { type LotGroup, lotGroupsOf } from '../rules/judging/lot-groups';
import type { ShopperFacts } from '../rules/judging/make-facts';
import type { JudgingRule } from '../rules/judging/rule';
import { type JudgedTrace, packFacts } from '../rules/judging/trace';
import { pendingLine } from '../rules/judging/wording';
import type { Entry } from '../rules/ledger/account';
import { type Credit, earn } from '../rules/ledger/ledger';
import type { Tier } from '../rules/tiers/tiers';
import type { BrandTime } from '../store/brand-time';
import type { Counters } from '../store/counters';
import type { LedgerBatch } from '../store/ledger-batch';
import type { Programme } from '../store/programme.repository';
import { keepClock } from './inactivity';
import type { Tiering } from './tiering';

export interface Judged {
  readonly memberId: MemberId;
  readonly reference: string;
  readonly actor: Actor;
  readonly storeId: StoreId | null;
  readonly at: Date;
  /** The brand's business day: what caps, tiers and expiry count by. */
  readonly day: Day;
  readonly facts: Facts;
  readonly about: JudgedTrace['about'];
}

export interface Credited {
  readonly entry: Entry;
  readonly trace: JudgedTrace;
}

export interface JudgingParts {
  readonly programme: Programme;
  readonly time: BrandTime;
  readonly batch: LedgerBatch;
  readonly counters: Counters;
  readonly tiering: Tiering;
  readonly tags: ReadonlyMap<MemberId, readonly string[]>;
}

/** Events one after another on one batch: each sees the caps, budgets, tier and balance that the one before it left. */
export class Judging {
  constructor(private readonly parts: JudgingParts) {}

  /** What the rules may know of the member on that day. */
  shopper(memberId: MemberId, day: Day, at: Date): ShopperFacts {
    const { batch, counters, tiering, tags, time } = this.parts;
    const { birthday, openedAt } = batch.account(memberId)!;
    const tier: Tier | null = tiering.tierOn(memberId, day, at);
    return {
      tier,
      birthday,
      tags: tags.get(memberId) ?? [],
      daysAsMember: Math.max(0, daysBetween(time.day(openedAt), day)),
      history: counters.days.historyOf(memberId, day),
    };
  }

  decide(memberId: MemberId, facts: Facts, day: Day, at: Date): Decision {
    return evaluate(this.parts.programme.set, { facts, at, limits: this.limits(memberId, day, facts.storeId) });
  }

  /** Counts what was decided, and writes it down: one entry, one lot for each kind of life its points have. */
  credit(decision: Decision, judged: Judged): Credited {
    const { batch, counters, tiering } = this.parts;
    const { memberId, day, at, reference, facts } = judged;
    this.count(decision, judged);
    counters.days.add(memberId, day, {
      tierPoints: decision.tierPoints,
      ...(facts.trigger === 'purchase' ? { purchases: 1, netFen: facts.amountFen } : {}),
    });
    const tierChanged = tiering.rise(memberId, { reference, what: happened(facts) }, at);
    this.keepClock(judged);
    const account = batch.account(memberId)!;
    const groups = lotGroupsOf(decision.steps);
    const credits = groups.map((group) => this.creditOf(group, judged));
    const posting = earn(account, credits);
    const trace: JudgedTrace = {
      v: 2,
      about: judged.about,
      facts: packFacts(facts),
      day,
      tierPoints: decision.tierPoints,
      steps: decision.steps,
      passed: decision.passed,
      limits: decision.limits,
      why: [...decision.why, ...credits.flatMap((credit) => pendingLines(credit, this.parts.time))],
      credited: groups.map((group, i) => ({ lotNo: account.lotCount + 1 + i, steps: group.steps })),
      tierAfter: account.tier.code,
      tierChanged,
    };
    const entry = batch.post(memberId, posting, { ...judged, trace });
    return { entry, trace };
  }

  /** What caps and budgets have left for the member on that day. */
  limits(memberId: MemberId, day: Day, storeId: StoreId | null): Limits {
    const { counters, programme } = this.parts;
    return {
      used: (ruleId, cap) => counters.caps.of(memberId, ruleId, cap, day),
      budgetLeft: (rule) => counters.budgets.left(rule, storeId, programme.settings.fenPer100Points),
    };
  }

  private keepClock({ memberId, at, day, facts }: Judged): void {
    const { batch, programme, time } = this.parts;
    const sign = { memberId, at, day, active: facts.trigger === 'purchase' };
    keepClock(batch, sign, { expiry: programme.settings.expiry, time });
  }

  private count({ steps, limits }: Decision, { memberId, day, facts }: Judged): void {
    const { caps, budgets } = this.parts.counters;
    for (const count of countsOf(steps, limits)) {
      caps.add(memberId, count.ruleId, count.caps, day, count.amount);
      if (count.budget !== null) budgets.add(count.ruleId, facts.storeId, count.budget);
    }
  }

  private creditOf({ lot, points }: LotGroup, { reference, storeId, day, facts }: Judged): Credit {
    const { programme, time } = this.parts;
    const { expiry, pendingDays } = programme.settings;
    const waitDays = lot?.activateAfterDays ?? (lot?.activateOn || facts.trigger !== 'purchase' ? 0 : pendingDays);
    const activeDay = plusDays(day, waitDays);
    const expireAfterDays = lot?.expireAfterDays ?? null;
    const byInactivity = expireAfterDays === null && expiry.kind === 'inactivity';
    return {
      points,
      activateAt: waitDays > 0 ? time.startOf(activeDay) : null,
      activateOn: lot?.activateOn ?? null,
      expiresAt: lot?.activateOn ? null : time.lotEnd(activeDay, expireAfterDays, expiry),
      byInactivity,
      expireAfterDays,
      source: reference,
      storeId,
    };
  }
}

/** “消费 ¥38.00”, “每日签到” */
const happened = ({ trigger, amountFen }: Facts): string =>
  trigger === 'purchase' ? `消费 ${formatFen(amountFen)}` : TRIGGER_NAMES[trigger];

const pendingLines = ({ points, activateAt, activateOn }: Credit, time: BrandTime): string[] => {
  if (activateAt) return [pendingLine(points, `将于 ${time.day(activateAt)} `)];
  return activateOn ? [pendingLine(points, `在「${activateOn}」后`)] : [];
};

/** Rules with a budget that an event of this batch could meet: only their rows are locked. */
export const budgetsInPlay = (
  budgeted: readonly JudgingRule[],
  events: readonly { readonly trigger: string; readonly storeId: StoreId | null }[],
): string[] =>
  budgeted
    .filter((rule) =>
      events.some(
        ({ trigger, storeId }) =>
          rule.draft.trigger === trigger && (!rule.stores || (storeId !== null && rule.stores.has(storeId))),
      ),
    )
    .map((rule) => rule.ruleId);
