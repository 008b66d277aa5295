import type { Fen } from '@fanloop/kernel';
import { Reader, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type Settlement, type StandingLine, settle, type UsedCoupon } from '../rules/partial-refund';
import { UsedCoupons } from '../store/used-coupons';

export interface PartialRefund {
  /** The till's own name of the purchase. */
  readonly reference: string;
  /** Every line of the purchase, as it stands after the refund. */
  readonly lines: readonly StandingLine[];
  /** What the refund can give at most. */
  readonly moneyFen: Fen;
}

export type RefundShare = Pick<Settlement, 'deductedFen' | 'why'>;

/**
 * What the coupons of a purchase keep back from a refund, by the terms of their claim. The purchase's row must be locked, so that
 * two refunds of one purchase come one after the other.
 */
@Injectable()
export class SettlePartialRefund {
  constructor(
    private readonly used: UsedCoupons,
    private readonly reader: Reader,
  ) {}

  async execute(tx: Tx, refund: PartialRefund): Promise<RefundShare> {
    const { keptBack, ...share } = settledBy(await this.used.lock(tx, refund.reference), refund);
    if (share.deductedFen !== 0)
      for (const { couponId, fen } of keptBack) await this.used.keepBack(tx, refund.reference, couponId, fen);
    return share;
  }

  /** The same without writing. */
  async preview(refund: PartialRefund): Promise<RefundShare> {
    const { deductedFen, why } = settledBy(await this.used.of(this.reader, refund.reference), refund);
    return { deductedFen, why };
  }
}

const settledBy = (used: readonly UsedCoupon[], { lines, moneyFen }: PartialRefund): Settlement =>
  used.length === 0 ? { deductedFen: 0, keptBack: [], why: [] } : settle(used, lines, moneyFen);
