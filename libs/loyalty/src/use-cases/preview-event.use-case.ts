import { contains } from '@fanloop/kernel';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Decision } from '../rules/judging/decision';
import { triggerKey } from '../rules/judging/evaluate';
import { eventFacts } from '../rules/judging/make-facts';
import type { JudgingRule } from '../rules/judging/rule';
import { BrandTime } from '../store/brand-time';
import { LedgerStore } from '../store/ledger-store';
import type { EventToJudge } from './judge-events.use-case';
import { OpenJudging } from './open-judging';

export interface EventPreview {
  /** Active rules of this trigger whose period holds at that moment. */
  readonly rules: readonly JudgingRule[];
  /** Null: no account, or a closed one. */
  readonly decision: Decision | null;
}

/** What an event would give a member now, without a lock and without writing. */
@Injectable()
export class PreviewEvent {
  constructor(
    private readonly reader: Reader,
    private readonly ledger: LedgerStore,
    private readonly opening: OpenJudging,
    private readonly time: BrandTime,
  ) {}

  async execute(input: Omit<EventToJudge, 'reference'>): Promise<EventPreview> {
    const { memberId, trigger, eventName = null, at, channel = '', storeId = null, event = {} } = input;
    const programme = await this.opening.programme(this.reader);
    const waiting = programme.set.get(triggerKey(trigger, eventName))?.rules ?? [];
    const rules = waiting.filter(({ valid }) => contains(valid, at));
    const accounts = await this.ledger.accounts.read(this.reader, rules.length > 0 ? [memberId] : []);
    const account = accounts.get(memberId);
    if (!account || account.closedAt) return { rules, decision: null };
    const day = this.time.day(at);
    const { judging } = await this.opening.look(this.reader, accounts, [{ trigger, storeId, day }]);
    const told = { trigger, eventName, channel, storeId, event };
    const facts = eventFacts(told, judging.shopper(memberId, day, at), this.time.local(at));
    return { rules, decision: judging.decide(memberId, facts, day, at) };
  }
}
