import { type DomainEvent, domainEvent, type GrantedReward } from '@fanloop/events';
import type { Step } from '../rules/judging/decision';
import type { JudgedTrace } from '../rules/judging/trace';
import type { Entry } from '../rules/ledger/account';
import type { TierChange } from '../store/ledger-batch';

export const earnedEvents = (entries: readonly Entry[]): DomainEvent[] =>
  entries
    .filter((entry) => entry.kind === 'earn' && entry.points + entry.pending > 0)
    .map(({ memberId, points, pending, at, reference }) =>
      domainEvent(
        'loyalty.points-earned.v1',
        { memberId, points: points + pending, at: at.toISOString(), reference },
        at,
      ),
    );

/** What the clock did: points that died, points that became usable. */
export const settledEvents = (entries: readonly Entry[]): DomainEvent[] =>
  entries.flatMap(({ kind, memberId, points, at }): DomainEvent[] => {
    const when = at.toISOString();
    if (kind === 'expire')
      return [domainEvent('loyalty.points-expired.v1', { memberId, points: -points, at: when }, at)];
    return kind === 'activate' ? [domainEvent('loyalty.points-activated.v1', { memberId, points, at: when }, at)] : [];
  });

/** Tiers that changed, and those that will be lost unless something comes: a grace under a higher grant warns nobody. */
export const tierEvents = (changes: readonly TierChange[]): DomainEvent[] =>
  changes.flatMap(({ memberId, kind, from, to, judged, at, cause, until, qualifying, needed }): DomainEvent[] => {
    if (from !== to && to !== null)
      return [domainEvent('loyalty.tier-changed.v1', { memberId, from, to, at: at.toISOString(), cause }, at)];
    if (kind !== 'grace' || judged !== to || to === null || until === null) return [];
    const missing = Math.max(0, needed - qualifying);
    return [domainEvent('loyalty.tier-at-risk.v1', { memberId, tier: to, until, missing, at: at.toISOString() }, at)];
  });

const rewardsOf = (steps: readonly Step[]): { step: Step; reward: GrantedReward }[] =>
  steps.flatMap((step) => {
    const reward = step.grant;
    return reward && (reward.kind === 'coupon' || reward.kind === 'tag' || reward.kind === 'message')
      ? [{ step, reward }]
      : [];
  });

/** What the rules of one decision hand out beside points. */
export const grantedEvents = ({ memberId, reference, storeId, at }: Entry, trace: JudgedTrace): DomainEvent[] =>
  rewardsOf(trace.steps).map(({ step, reward }) => {
    const [ruleId = '', version = '0'] = step.rule.split('.');
    const named = { memberId, ruleId, ruleVersion: Number(version), ruleName: step.name, reference, storeId, reward };
    return domainEvent('loyalty.reward-granted.v1', { ...named, at: at.toISOString() }, at);
  });

/** The same taken back, when all of the purchase was refunded at `at`. */
export const withdrawnEvents = ({ memberId, reference }: Entry, trace: JudgedTrace, at: Date): DomainEvent[] =>
  rewardsOf(trace.steps)
    .filter(({ reward }) => reward.kind !== 'message')
    .map(({ step, reward }) => {
      const [ruleId = ''] = step.rule.split('.');
      return domainEvent(
        'loyalty.reward-withdrawn.v1',
        { memberId, ruleId, reference, reward, at: at.toISOString() },
        at,
      );
    });
