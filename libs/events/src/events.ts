import type { ActivityEvents } from './activities';
import type { CommunityEvents } from './community';
import type { CouponEvents } from './coupons';
import type { LoyaltyEvents } from './loyalty';
import type { MemberEvents } from './members';
import type { MembershipEvents } from './memberships';
import type { PaymentEvents } from './payments';
import type { RewardEvents } from './rewards';
import type { SalesEvents } from './sales';
import type { TaggingEvents } from './tagging';

/** Every event that crosses a context: its versioned name and its payload. A change of meaning is a new version. */
export type EventPayloads = MemberEvents &
  SalesEvents &
  LoyaltyEvents &
  CouponEvents &
  ActivityEvents &
  RewardEvents &
  CommunityEvents &
  MembershipEvents &
  PaymentEvents &
  TaggingEvents;

export type EventName = keyof EventPayloads;

/** One event: what happened and when (business time; `at` in the payload is the same instant as ISO text). */
export type DomainEvent<N extends EventName = EventName> = {
  readonly [K in N]: { readonly name: K; readonly payload: EventPayloads[K]; readonly occurredAt: Date };
}[N];

/** Makes an event. @example domainEvent('members.member-closed.v1', { memberId, at: at.toISOString() }, at) */
export const domainEvent = <N extends EventName>(
  name: N,
  payload: EventPayloads[N],
  occurredAt: Date,
): DomainEvent<N> => ({ name, payload, occurredAt }) as DomainEvent<N>;
