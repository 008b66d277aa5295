import { ActivitiesPersonalData } from '@fanloop/activities';
import { CommunityDoor } from '@fanloop/community';
import { CouponsPersonalData } from '@fanloop/coupons';
import { LoyaltyPersonalData } from '@fanloop/loyalty';
import type { PersonalDataSource } from '@fanloop/members';
import { MembershipsPersonalData } from '@fanloop/memberships';
import { PaymentsPersonalData } from '@fanloop/payments';
import { RewardsPersonalData } from '@fanloop/rewards';
import { SalesPersonalData } from '@fanloop/sales';
import { TaggingPersonalData } from '@fanloop/tagging';
import type { Type } from '@nestjs/common';

/** What the other contexts hold about a member and add to his export: all of them, on one page. */
export const personalDataSources: Type<PersonalDataSource>[] = [
  SalesPersonalData,
  LoyaltyPersonalData,
  CommunityDoor,
  CouponsPersonalData,
  PaymentsPersonalData,
  ActivitiesPersonalData,
  RewardsPersonalData,
  MembershipsPersonalData,
  TaggingPersonalData,
];
