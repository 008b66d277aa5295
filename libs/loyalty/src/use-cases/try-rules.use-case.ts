import type { Clock, MemberId, Points } from '@fanloop/kernel';
import { CLOCK, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { evaluate } from '../rules/judging/evaluate';
import { type Explained, explain } from '../rules/judging/explain';
import { type LineFact, NO_HISTORY } from '../rules/judging/facts';
import { type Hint, hintOf } from '../rules/judging/hint';
import { NO_LIMITS } from '../rules/judging/limits';
import { purchaseFacts, type ShopperFacts } from '../rules/judging/make-facts';
import type { RuleDraft } from '../rules/judging/rule';
import { tierByCode } from '../rules/tiers/tiers';
import { BrandTime } from '../store/brand-time';
import { toJudging } from '../store/condition-engine';
import { LedgerStore } from '../store/ledger-store';
import { type Programme, programmeOf } from '../store/programme.repository';
import { OpenJudging } from './open-judging';

export interface TryQuery {
  /** Judges for this member as the till would, with its caps and history; absent: for nobody in particular. */
  readonly memberId?: MemberId;
  /** Overrides the member's tier. */
  readonly tierCode?: string;
  readonly storeId?: string;
  readonly channel?: string;
  readonly at?: Date;
  readonly firstPurchase?: boolean;
  readonly lines: readonly LineFact[];
  /** A draft that is not saved yet, tried among the active rules; with `ruleId` in place of that rule. */
  readonly draft?: RuleDraft;
  readonly ruleId?: string;
}

export interface TryResult {
  readonly points: Points;
  readonly tierPoints: Points;
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
    const at = query.at ?? this.clock.now();
    const day = this.time.day(at);
    const storeId = query.storeId ?? null;
    const active = await this.opening.programme(this.reader);
    const programme = withDraft(active, query);
    const accounts = await this.ledger.accounts.read(this.reader, query.memberId ? [query.memberId] : []);
    const opened = await this.opening.look(this.reader, accounts, [{ trigger: 'purchase', storeId, day }]);
    const known =
      query.memberId && accounts.has(query.memberId) ? opened.judging.shopper(query.memberId, day, at) : ANYBODY;
    const tier = tierByCode(active.tiers, query.tierCode ?? null) ?? known.tier ?? active.tiers[0] ?? null;
    const ordinal = query.firstPurchase ? 1 : 2;
    const basket = { channel: query.channel ?? 'store', storeId, lines: query.lines, ordinal };
    const facts = purchaseFacts(basket, { ...known, tier }, this.time.local(at));
    const limits =
      query.memberId && accounts.has(query.memberId) ? opened.judging.limits(query.memberId, day, storeId) : NO_LIMITS;
    const decision = evaluate(programme.set, { facts, at, limits });
    const hint = hintOf(
      programme.set,
      decision,
      facts,
      (more) => evaluate(programme.set, { facts: more, at, limits }).points,
    );
    const { points, tierPoints, why } = decision;
    return { points, tierPoints, why, hint, rules: explain(decision, facts, programme.rules) };
  }
}

const ANYBODY: ShopperFacts = { tier: null, birthday: null, tags: [], daysAsMember: 0, history: NO_HISTORY };

const withDraft = (active: Programme, { draft, ruleId = '0' }: TryQuery): Programme => {
  if (!draft) return active;
  const others = active.rules.filter((rule) => rule.ruleId !== ruleId);
  return programmeOf({ ...active, rules: [...others, toJudging(ruleId, 0, draft)] });
};
