import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { CouponRepository } from '../store/coupon.repository';

/** Voids what members who left have not used. Used coupons stay: they explain purchases. */
@Injectable()
export class VoidCoupons {
  constructor(
    private readonly coupons: CouponRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, members: readonly MemberId[]): Promise<void> {
    if (members.length > 0) await this.coupons.voidUnused(tx, members, this.clock.now());
  }
}
