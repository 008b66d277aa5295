import { ActivitiesOnMemberClosed } from '@fanloop/activities';
import { CommunityOnMemberClosed } from '@fanloop/community';
import { CouponsOnMemberClosed, CouponsOnRewards } from '@fanloop/coupons';
import {
  OnActivityRules,
  OnCommunityRules,
  OnCouponRules,
  OnMemberEvents,
  OnMemberRules,
  OnReferralRules,
  OnRefundRules,
  OnTagRules,
  OnTierRules,
} from '@fanloop/loyalty';
import { MembersOnCards, MembersOnNews } from '@fanloop/members';
import { MembershipsOnMemberClosed, MembershipsOnPayments } from '@fanloop/memberships';
import type { EventHandler } from '@fanloop/platform';
import { RewardsOnMemberClosed, RewardsOnPayments } from '@fanloop/rewards';
import { OnInteractions, OnMembers as OnMembersForTagging, OnSales, TaggingOnRewards } from '@fanloop/tagging';
import type { Type } from '@nestjs/common';

/** Who reacts to which event: the handlers of all contexts, on one page. Each names its events and its consumer. */
export const subscriptions: Type<EventHandler>[] = [
  // loyalty: points accounts
  OnMemberEvents,
  // loyalty: what rules wait for
  OnActivityRules,
  OnCommunityRules,
  OnCouponRules,
  OnMemberRules,
  OnReferralRules,
  OnRefundRules,
  OnTagRules,
  OnTierRules,
  // who closes an account keeps no coupon, no seat and no reward in a store
  CouponsOnMemberClosed,
  ActivitiesOnMemberClosed,
  RewardsOnMemberClosed,
  MembershipsOnMemberClosed,
  CommunityOnMemberClosed,
  // what was paid for is handed out, what was not is given back
  RewardsOnPayments,
  // tagging: facts of members
  OnMembersForTagging,
  OnSales,
  OnInteractions,
  // what becomes of payments
  MembershipsOnPayments,
  // what rules hand out beside points
  CouponsOnRewards,
  TaggingOnRewards,
  MembersOnNews,
  MembersOnCards,
];
