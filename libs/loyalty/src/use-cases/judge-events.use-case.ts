import type { DomainEvent } from '@fanloop/events';
import type { MemberId, StoreId } from '@fanloop/kernel';
import { Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { triggerKey } from '../rules/judging/evaluate';
import type { Scalar } from '../rules/judging/facts';
import { eventFacts } from '../rules/judging/make-facts';
import type { RuleTrigger } from '../rules/judging/rule';
import type { Account, Lot } from '../rules/ledger/account';
import type { Opening } from '../store/account.repository';
import { activationName } from '../store/awaited-triggers';
import { BrandTime } from '../store/brand-time';
import { LedgerStore } from '../store/ledger-store';
import { RULES_ACTOR } from './earn-for-purchases.use-case';
import { type JudgedEvent, judgedBefore, judgedEvent, nothingFor } from './judged-event';
import { earnedEvents, grantedEvents, settledEvents, tierEvents } from './ledger-events';
import { type OpenedJudging, OpenJudging } from './open-judging';
import { activateLots } from './settle';

/** Something that a member did or that happened to a member, other than a purchase. */
export interface EventToJudge {
  readonly memberId: MemberId;
  readonly trigger: Exclude<RuleTrigger, 'purchase'>;
  /** Of a custom event its name, of a schedule its rule. */
  readonly eventName?: string | null;
  /** Names the event for ever, for example `like:12:7`: judged once. */
  readonly reference: string;
  readonly at: Date;
  readonly channel?: string;
  readonly storeId?: StoreId | null;
  readonly event?: Readonly<Record<string, Scalar>>;
}

/**
 * Judges events by the rules that wait for them, in the caller's transaction and in the order given; makes points usable that waited
 * for such an event. A member whose account is not open yet (the enrolment is still on its way) gets one; closed ones are passed
 * over. An event that gives nothing leaves no trace.
 */
@Injectable()
export class JudgeEvents {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly opening: OpenJudging,
    private readonly time: BrandTime,
    private readonly outbox: Outbox,
  ) {}

  /** What each event gave, in order; one that was judged before answers what it gave the first time. */
  async execute(tx: Tx, events: readonly EventToJudge[]): Promise<JudgedEvent[]> {
    if (events.length === 0) return [];
    const accounts = await this.ledger.accounts.lockOrOpen(tx, await this.openingsOf(tx, events));
    const references = events.map((event) => event.reference);
    const known = await this.ledger.journal.byReference(tx, 'earn', references);
    const upcoming = events.map(({ trigger, storeId = null, at }) => ({ trigger, storeId, day: this.time.day(at) }));
    const opened = await this.opening.execute(tx, accounts, upcoming);
    const waiting = await this.waitingLots(tx, accounts);
    const judged = new Map([...known].map(([reference, entry]) => [reference, judgedBefore(entry)]));
    const told: DomainEvent[] = [];
    const answers = events.map((event) => {
      const account = opened.batch.account(event.memberId);
      if (!account || account.closedAt) return nothingFor(event.memberId, event.reference);
      this.ripen(opened, waiting, event);
      const before = judged.get(event.reference);
      if (before) return before;
      const answer = this.judge(opened, event);
      told.push(...answer.told);
      judged.set(event.reference, answer);
      return answer;
    });
    await this.write(tx, opened, told);
    return answers;
  }

  private async write(tx: Tx, { batch }: OpenedJudging, granted: readonly DomainEvent[]): Promise<void> {
    if (batch.changed().length === 0) return;
    await this.ledger.writer.write(tx, batch);
    const told = [...earnedEvents(batch.entries), ...settledEvents(batch.entries), ...tierEvents(batch.tierChanges)];
    await this.outbox.append(tx, [...told, ...granted]);
  }

  private async openingsOf(tx: Tx, events: readonly EventToJudge[]): Promise<Map<MemberId, Opening>> {
    const { tiers } = await this.opening.programme(tx);
    const tierCode = tiers[0]?.code ?? null;
    const openings = new Map<MemberId, Opening>();
    for (const { memberId, at } of events) {
      const known = openings.get(memberId);
      if (!known || at < known.at) openings.set(memberId, { at, day: this.time.day(at), tierCode });
    }
    return openings;
  }

  private judge({ judging, programme }: OpenedJudging, input: EventToJudge): JudgedEvent {
    const { memberId, trigger, eventName = null, reference, at, channel = '', storeId = null, event = {} } = input;
    if (!programme.set.has(triggerKey(trigger, eventName))) return nothingFor(memberId, reference);
    const day = this.time.day(at);
    const facts = eventFacts(
      { trigger, eventName, channel, storeId, event },
      judging.shopper(memberId, day, at),
      this.time.local(at),
    );
    const decision = judging.decide(memberId, facts, day, at);
    if (decision.steps.length === 0) return nothingFor(memberId, reference);
    const judged = { memberId, reference, actor: RULES_ACTOR, storeId, at, day, facts, about: {} };
    const { entry, trace } = judging.credit(decision, judged);
    return judgedEvent(entry, trace, grantedEvents(entry, trace));
  }

  private waitingLots(tx: Tx, accounts: ReadonlyMap<MemberId, Account>): Promise<Map<MemberId, Lot[]>> {
    const ids = [...accounts.values()].flatMap(({ memberId, pending }) => (pending > 0 ? [memberId] : []));
    return ids.length > 0 ? this.ledger.accounts.lots(tx, ids) : Promise.resolve(new Map());
  }

  /** Points that waited for an event of this name become usable; `waiting` then holds the lots as they are. */
  private ripen({ batch, programme }: OpenedJudging, waiting: Map<MemberId, Lot[]>, event: EventToJudge): void {
    const { memberId, trigger, eventName = null, at } = event;
    const lots = waiting.get(memberId);
    if (!lots) return;
    const name = activationName(trigger, eventName);
    const context = { settings: programme.settings, time: this.time, now: at };
    waiting.set(
      memberId,
      activateLots(batch, memberId, lots, (lot) => lot.activateOn === name, context),
    );
  }
}
