import { type ClerkCoupon, ClerkCouponsRead } from '@fanloop/coupons';
import type { Clock } from '@fanloop/kernel';
import { CLOCK, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { ServedMember } from '../store/served-member';

/** The coupons that a clerk may give to the member who stands there. */
@Injectable()
export class GiveableCouponsRead {
  constructor(
    private readonly reader: Reader,
    private readonly served: ServedMember,
    private readonly coupons: ClerkCouponsRead,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws VisitExpired, VisitInvalid, MemberNotActive. */
  async list(at: { staffId: string; visitToken: string; storeId: string }): Promise<ClerkCoupon[]> {
    return this.coupons.for(at.staffId, await this.served.of(this.reader, at, this.clock.now()));
  }
}
