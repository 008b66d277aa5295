import type { Clock } from '@fanloop/kernel';
import { CLOCK, type Tx, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { CouponRepository } from '../store/coupon.repository';
import { HoldRepository } from '../store/hold.repository';

const BATCH = 500;

/**
 * The sweep: marks coupons whose time is over, and those that went with a template that was ended early, and frees locks that lapsed. In short transactions of 500 rows, however
 * many are due (C17). Screens and the till judge by the time itself and do not wait for it.
 */
@Injectable()
export class ExpireCoupons {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly coupons: CouponRepository,
    private readonly holds: HoldRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The number of coupons that expired. */
  async execute(): Promise<number> {
    const now = this.clock.now();
    await this.repeat((tx) => this.holds.freeLapsed(tx, now, BATCH));
    await this.repeat((tx) => this.coupons.voidEnded(tx, now, BATCH));
    return this.repeat((tx) => this.coupons.expireDue(tx, now, BATCH));
  }

  private async repeat(step: (tx: Tx) => Promise<number>): Promise<number> {
    for (let total = 0; ; ) {
      const done = await this.unitOfWork.run(step);
      total += done;
      if (done < BATCH) return total;
    }
  }
}
