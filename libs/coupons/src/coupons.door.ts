import type { MemberId, Outcome, StoreId } from '@fanloop/kernel';
import { unwrap } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { CouponHistoryRead, type CouponMoment } from './reads/coupon-history.read';
import {
  type BasketQuery,
  type CouponChoices,
  type CouponFace,
  type UsableCoupon,
  UsableCouponsRead,
  type WalletGlance,
} from './reads/usable-coupons.read';
import type { RedemptionKey } from './store/redemption.repository';
import { AttachPurchase, type AttachPurchaseCommand } from './use-cases/attach-purchase.use-case';
import { type RedeemCommand, RedeemCoupons, type Redeemed } from './use-cases/redeem-coupons.use-case';
import { ReturnCoupons } from './use-cases/return-coupons.use-case';
import { type PartialRefund, type RefundShare, SettlePartialRefund } from './use-cases/settle-partial-refund.use-case';

/** The ways in which a purchase's coupons answer to a refund. */
@Injectable()
export class CouponReturns {
  constructor(
    readonly back: ReturnCoupons,
    readonly parts: SettlePartialRefund,
  ) {}
}

/** What other contexts may do with coupons, and read of them. */
@Injectable()
export class CouponsDoor {
  constructor(
    private readonly reads: UsableCouponsRead,
    private readonly history: CouponHistoryRead,
    private readonly redeemCoupons: RedeemCoupons,
    private readonly attach: AttachPurchase,
    private readonly returns: CouponReturns,
  ) {}

  /**
   * Every unused coupon of the member with its discount for the basket, or the reason why not, the best choice, and what
   * the chosen ones take off together. Writes nothing.
   */
  usableAt(query: BasketQuery): Promise<CouponChoices> {
    return this.reads.forBasket(query);
  }

  /** Coupons that count in a store, before anything is in the basket. */
  usableInStore(memberId: MemberId, storeId: StoreId, at: Date): Promise<CouponFace[]> {
    return this.reads.forStore(memberId, storeId, at);
  }

  /** How many are usable, and the one that ends first. */
  glance(memberId: MemberId, at: Date): Promise<WalletGlance> {
    return this.reads.glance(memberId, at);
  }

  /** Uses the coupons of one purchase in the caller's transaction. Throws the refusal. */
  async redeem(tx: Tx, command: RedeemCommand): Promise<Redeemed> {
    const [outcome] = await this.redeemCoupons.execute(tx, [command]);
    return unwrap(outcome!);
  }

  /** The same for many purchases at once: one outcome per command, in order; a refused one wrote nothing. */
  redeemMany(tx: Tx, commands: readonly RedeemCommand[]): Promise<Outcome<Redeemed>[]> {
    return this.redeemCoupons.execute(tx, commands);
  }

  /** Names the purchase that a redemption belongs to, once it is recorded. Does nothing for an unknown reference. */
  attachPurchase(tx: Tx, command: AttachPurchaseCommand): Promise<void> {
    return this.attach.execute(tx, command);
  }

  /** Gives the coupons of a refunded purchase back; `undone`: as if they had never been used. True when one came back. */
  returnRedeemed(tx: Tx, key: RedemptionKey & { readonly at: Date; readonly undone?: boolean }): Promise<boolean> {
    return this.returns.back.execute(tx, key, key.at, key.undone);
  }

  /** What the coupons of a purchase keep back from a refund of a part, or give back of what they kept, and why. */
  keepBack(tx: Tx, refund: PartialRefund): Promise<RefundShare> {
    return this.returns.parts.execute(tx, refund);
  }

  /** The same beforehand. Writes nothing. */
  previewKeepBack(refund: PartialRefund): Promise<RefundShare> {
    return this.returns.parts.preview(refund);
  }

  /** What happened to a member's coupons before an instant, newest first. */
  moments(memberId: MemberId, before: Date, limit: number): Promise<CouponMoment[]> {
    return this.history.of(memberId, before, limit);
  }
}

export type {
  AttachPurchaseCommand,
  BasketQuery,
  CouponChoices,
  CouponFace,
  CouponMoment,
  PartialRefund,
  RedeemCommand,
  Redeemed,
  RefundShare,
  UsableCoupon,
  WalletGlance,
};
