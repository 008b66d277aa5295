import { ActivitiesPersonalData } from '@fanloop/activities';
import { CommunityDoor } from '@fanloop/community';
import { CouponsPersonalData } from '@fanloop/coupons';
import type { PersonalDataSource } from '@fanloop/members';
import type { Type } from '@nestjs/common';

/** What the other contexts hold about a member and add to his export: all of them, on one page. */
export const personalDataSources: Type<PersonalDataSource>[] = [
  CommunityDoor,
  CouponsPersonalData,
  ActivitiesPersonalData,
];
