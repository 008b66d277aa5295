import type { Clock, MemberId, Points } from '@fanloop/kernel';
import { CLOCK, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { evaluate } from '../rules/judging/evaluate';
import { type Explained, explain } from '../rules/judging/explain';
import { type Facts, type LineFact, NO_HISTORY } from '../rules/judging/facts';
import { type Hint, hintOf } from '../rules/judging/hint';
import { type Limits, NO_LIMITS } from '../rules/judging/limits';
import { purchaseFacts, type ShopperFacts } from '../rules/judging/make-facts';
import type { RuleDraft } from '../rules/judging/rule';
import { type Seen, seenFacts } from '../rules/judging/seen';
import type { Names } from '../rules/judging/sentence-names';
import { tierByCode } from '../rules/tiers/tiers';
import { BrandTime } from '../store/brand-time';
import { holdsNow, toJudging } from '../store/condition-engine';
import { LedgerStore } from '../store/ledger-store';
import { type Programme, programmeOf } from '../store/programme.repository';
import { assertJudges } from './assert-judges';
import { OpenJudging } from './open-judging';

export interface TryQuery {
  /** Judges for this member as the till would, with its caps and history; absent: for nobody in particular. */
  readonly memberId?: MemberId;
  /** Overrides the member's tier. */
  readonly tierCode?: string;
  readonly storeId?: string;
  /** IANA zone of the store; absent: the brand's. */
  readonly zone?: string;
  readonly channel?: string;
  readonly at?: Date;
  /** Which purchase of the member it would be; absent: not the first. */
  readonly ordinal?: number;
  readonly lines: readonly LineFact[];
  /** A draft that is not saved yet, tried among the active rules; with `ruleId` in place of that rule. */
  readonly draft?: RuleDraft;
  readonly ruleId?: string;
  /** What stores, coupons and tags are called. */
  readonly names?: Omit<Names, 'tiers' | 'wall'>;
}

export interface TryResult {
  readonly points: Points;
  readonly tierPoints: Points;
  readonly seen: readonly Seen[];
  readonly rules: readonly Explained[];
  readonly why: readonly string[];
  readonly hint: Hint | null;
}

/** A manager tries the rules on a basket, for a member or for anybody. Nothing is written. */
@Injectable()
export class TryRules {
  constructor(
    private readonly reader: Reader,
    private readonly ledger: LedgerStore,
    private readonly opening: OpenJudging,
    private readonly time: BrandTime,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(query: TryQuery): Promise<TryResult> {
    if (query.draft) assertJudges(query.draft);
    const at = query.at ?? this.clock.now();
    const programme = withDraft(await this.opening.programme(this.reader), query);
    const { facts, limits } = await this.situation(query, programme, at);
    const judge = (seen: Facts) => evaluate(programme.set, { facts: seen, at, limits });
    const decision = judge(facts);
    const hint = hintOf(programme.set, decision, facts, judge);
    const tiers = new Map(programme.tiers.map((tier) => [tier.code, tier.name]));
    const names: Names = { ...query.names, tiers, wall: (iso) => this.time.wall(new Date(iso)) };
    const { points, tierPoints, why } = decision;
    const rules = explain(decision, facts, { rules: programme.rules, holds: holdsNow, names });
    return { points, tierPoints, why, hint, seen: seenFacts(facts, names), rules };
  }

  private async situation(query: TryQuery, programme: Programme, at: Date): Promise<{ facts: Facts; limits: Limits }> {
    const { memberId, storeId = null, tierCode = null, channel = 'store', lines, ordinal = 2 } = query;
    const day = this.time.day(at);
    const accounts = await this.ledger.accounts.read(this.reader, memberId ? [memberId] : []);
    const upcoming = [{ trigger: 'purchase' as const, storeId, day }];
    const { judging } = await this.opening.look(this.reader, accounts, upcoming, programme);
    const known = memberId && accounts.has(memberId) ? judging.shopper(memberId, day, at) : null;
    const tier = tierByCode(programme.tiers, tierCode) ?? known?.tier ?? programme.tiers[0] ?? null;
    const shopper = { ...(known ?? ANYBODY), tier };
    const facts = purchaseFacts({ channel, storeId, lines, ordinal }, shopper, this.time.inZone(query.zone).local(at));
    return { facts, limits: known && memberId ? judging.limits(memberId, day, storeId) : NO_LIMITS };
  }
}

const ANYBODY: ShopperFacts = { tier: null, birthday: null, tags: [], daysAsMember: 0, history: NO_HISTORY };

const withDraft = (active: Programme, { draft, ruleId = '0' }: TryQuery): Programme => {
  if (!draft) return active;
  const others = active.rules.filter((rule) => rule.ruleId !== ruleId);
  return programmeOf({ ...active, rules: [...others, toJudging(ruleId, 0, draft)] });
};
