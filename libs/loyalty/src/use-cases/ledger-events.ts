import { type DomainEvent, domainEvent } from '@fanloop/events';
import type { Entry } from '../rules/account';
import type { TierChange } from '../store/ledger-batch';

export const earnedEvents = (entries: readonly Entry[]): DomainEvent[] =>
  entries
    .filter((entry) => entry.kind === 'earn' && entry.points > 0)
    .map(({ memberId, points, at, reference }) =>
      domainEvent('loyalty.points-earned.v1', { memberId, points, at: at.toISOString(), reference }, at),
    );

export const expiredEvents = (entries: readonly Entry[]): DomainEvent[] =>
  entries
    .filter((entry) => entry.kind === 'expire')
    .map(({ memberId, points, at }) =>
      domainEvent('loyalty.points-expired.v1', { memberId, points: -points, at: at.toISOString() }, at),
    );

export const tierEvents = (changes: readonly TierChange[]): DomainEvent[] =>
  changes.map(({ memberId, from, to, at, cause }) =>
    domainEvent('loyalty.tier-changed.v1', { memberId, from, to, at: at.toISOString(), cause }, at),
  );
