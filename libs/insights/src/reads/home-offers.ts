import { ActivitiesDoor } from '@fanloop/activities';
import { CommunityDoor } from '@fanloop/community';
import { CouponsDoor } from '@fanloop/coupons';
import { StoresRead } from '@fanloop/organization';
import { Injectable } from '@nestjs/common';

/** What the home page offers. */
@Injectable()
export class HomeOffers {
  constructor(
    readonly coupons: CouponsDoor,
    readonly activities: ActivitiesDoor,
    readonly community: CommunityDoor,
    readonly stores: StoresRead,
  ) {}
}
