import type { Clock, CouponId } from '@fanloop/kernel';
import { CLOCK, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { HoldRepository } from '../store/hold.repository';

/** Frees a coupon that an order held; a coupon that the order does not hold stays as it is. */
@Injectable()
export class ReleaseCoupon {
  constructor(
    private readonly holds: HoldRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** True when the order held it. */
  async execute(tx: Tx, couponId: CouponId, reference: string): Promise<boolean> {
    return (await this.holds.free(tx, [couponId], reference, this.clock.now())) === 1;
  }
}
