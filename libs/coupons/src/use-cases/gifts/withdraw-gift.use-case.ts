import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { giftHold } from '../../rules/gift';
import { refuseGift } from '../../rules/gift-refusals';
import { GiftDesk } from '../../store/gift-desk';

/** The giver takes a gift back that nobody has accepted; the coupon can be used again at once. Twice changes nothing. */
@Injectable()
export class WithdrawGift {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: GiftDesk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws GiftNotFound, GiftTaken. */
  execute({ giftId, memberId }: { readonly giftId: string; readonly memberId: MemberId }): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const { coupons, holds, gifts } = this.desk;
      const seen = await gifts.byId(tx, giftId);
      if (!seen || seen.fromMemberId !== memberId) throw refuseGift('GiftNotFound');
      await coupons.lock(tx, [seen.couponId]);
      const at = this.clock.now();
      if (await gifts.close(tx, giftId, 'withdrawn', at)) {
        await holds.free(tx, [seen.couponId], giftHold(giftId), at);
        return;
      }
      if ((await gifts.lock(tx, giftId))!.state === 'accepted') throw refuseGift('GiftTaken');
    });
  }
}
