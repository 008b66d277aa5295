import type { DomainEvent } from '@fanloop/events';
import type { MemberId, Points } from '@fanloop/kernel';
import { json } from '@fanloop/platform';
import type { Step } from '../rules/judging/decision';
import { isJudged, type JudgedTrace } from '../rules/judging/trace';
import type { Entry } from '../rules/ledger/account';

/** Something that was handed out beside points, as its rule says it. */
export interface HandedOut {
  readonly kind: 'coupon' | 'tag' | 'message';
  readonly ruleName: string;
  readonly count: number;
}

/** What the rules gave for one event. */
export interface JudgedEvent {
  readonly memberId: MemberId;
  readonly reference: string;
  /** Of them, `pending` wait to become usable. */
  readonly points: Points;
  readonly pending: Points;
  readonly why: readonly string[];
  readonly rewards: readonly HandedOut[];
  /** Events to tell; empty for an event that had been judged before. */
  readonly told: readonly DomainEvent[];
}

export const nothingFor = (memberId: MemberId, reference: string): JudgedEvent => ({
  memberId,
  reference,
  points: 0,
  pending: 0,
  why: [],
  rewards: [],
  told: [],
});

export const judgedEvent = (entry: Entry, trace: JudgedTrace, told: readonly DomainEvent[] = []): JudgedEvent => ({
  memberId: entry.memberId,
  reference: entry.reference,
  points: entry.points + entry.pending,
  pending: entry.pending,
  why: trace.why,
  rewards: trace.steps.flatMap(handedOut),
  told,
});

/** The same from the journal. */
export const judgedBefore = (entry: Entry): JudgedEvent => {
  const trace = json<unknown>(entry.trace);
  return isJudged(trace) ? judgedEvent(entry, trace) : nothingFor(entry.memberId, entry.reference);
};

export const handedOut = ({ grant, name }: Step): HandedOut[] => {
  if (grant?.kind === 'coupon') return [{ kind: 'coupon', ruleName: name, count: grant.count }];
  return grant?.kind === 'tag' || grant?.kind === 'message' ? [{ kind: grant.kind, ruleName: name, count: 1 }] : [];
};
