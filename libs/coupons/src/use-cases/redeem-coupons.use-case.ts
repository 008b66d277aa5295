import { domainEvent } from '@fanloop/events';
import type { Clock, CouponId, Fen, Outcome } from '@fanloop/kernel';
import { accept } from '@fanloop/kernel';
import { CLOCK, Outbox, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { sumOf } from '../rules/basket';
import type { Coupon } from '../rules/coupon';
import type { Discount } from '../rules/discount';
import { redeem, type Use } from '../rules/redeem';
import { CouponRepository } from '../store/coupon.repository';
import { RedemptionRepository } from '../store/redemption.repository';

/** One coupon used in one purchase; `lines` are the purchase's lines before the discount. */
export interface RedeemCommand extends Use {
  readonly couponId: CouponId;
}

export interface Redeemed {
  readonly couponId: CouponId;
  readonly couponNo: string;
  readonly name: string;
  readonly discountFen: Fen;
  /** One share per line of the command, in its order. */
  readonly lineDiscounts: readonly Fen[];
}

interface Accepted {
  readonly command: RedeemCommand;
  readonly coupon: Coupon;
  readonly discount: Discount;
}

/**
 * Uses coupons at the till, in the till's own transaction. The coupons' rows are locked in ascending order, judged one
 * after the other, and marked by a conditional statement; a second use of one coupon finds it redeemed (C3).
 */
@Injectable()
export class RedeemCoupons {
  constructor(
    private readonly coupons: CouponRepository,
    private readonly redemptions: RedemptionRepository,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One outcome per command, in order; a refused one wrote nothing. */
  async execute(tx: Tx, commands: readonly RedeemCommand[]): Promise<Outcome<Redeemed>[]> {
    const coupons = new Map(
      await this.coupons.lock(
        tx,
        commands.map((command) => command.couponId),
      ),
    );
    const accepted: Accepted[] = [];
    const outcomes = commands.map((command): Outcome<Redeemed> => {
      const coupon = coupons.get(command.couponId);
      const judged = redeem(coupon, command);
      if (!judged.ok || !coupon) return judged as Outcome<Redeemed>;
      coupons.set(command.couponId, { ...coupon, state: 'redeemed' });
      accepted.push({ command, coupon, discount: judged.value });
      return accept(redeemedOf(coupon, judged.value));
    });
    if (accepted.length > 0) await this.write(tx, accepted);
    return outcomes;
  }

  private async write(tx: Tx, accepted: readonly Accepted[]): Promise<void> {
    const ids = accepted.map(({ coupon }) => coupon.couponId);
    if (!(await this.coupons.markRedeemed(tx, ids, this.clock.now())))
      throw new Error('a coupon changed under its lock');
    await this.redemptions.insert(
      tx,
      accepted.map(({ command, coupon, discount }) => ({
        couponId: coupon.couponId,
        templateId: coupon.templateId,
        reference: command.reference,
        storeId: command.storeId,
        at: command.at,
        grossFen: sumOf(command.lines),
        ...discount,
      })),
    );
    await this.outbox.append(tx, accepted.map(toEvent));
  }
}

const redeemedOf = (coupon: Coupon, discount: Discount): Redeemed => ({
  couponId: coupon.couponId,
  couponNo: coupon.couponNo,
  name: coupon.terms.name,
  ...discount,
});

const toEvent = ({ command, coupon, discount }: Accepted) =>
  domainEvent(
    'coupons.coupon-redeemed.v1',
    {
      couponId: coupon.couponId,
      templateId: coupon.templateId,
      memberId: coupon.memberId,
      reference: command.reference,
      discountFen: discount.discountFen,
      at: command.at.toISOString(),
    },
    command.at,
  );
