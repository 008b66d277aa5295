import { Injectable } from '@nestjs/common';
import { CouponRepository } from './coupon.repository';
import { GiftRepository } from './gift.repository';
import { HoldRepository } from './hold.repository';
import { TemplateRepository } from './template.repository';

/** What a gift touches, in the order in which it is locked: the template, the coupon with its hold, the gift. */
@Injectable()
export class GiftDesk {
  constructor(
    readonly templates: TemplateRepository,
    readonly coupons: CouponRepository,
    readonly holds: HoldRepository,
    readonly gifts: GiftRepository,
  ) {}
}
