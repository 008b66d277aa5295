import type { Fen } from '@fanloop/kernel';
import { type Queryable, Reader, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type Settlement, type StandingLine, settle } from '../rules/partial-refund';
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
    const { keptBack, ...share } = await this.settled(tx, refund);
    if (share.deductedFen !== 0)
      for (const { couponId, fen } of keptBack) await this.used.keepBack(tx, refund.reference, couponId, fen);
    return share;
  }

  /** The same without writing. */
  async preview(refund: PartialRefund): Promise<RefundShare> {
    const { deductedFen, why } = await this.settled(this.reader, refund);
    return { deductedFen, why };
  }

  private async settled(from: Queryable, { reference, lines, moneyFen }: PartialRefund): Promise<Settlement> {
    const coupons = await this.used.of(from, reference);
    return coupons.length === 0 ? { deductedFen: 0, keptBack: [], why: [] } : settle(coupons, lines, moneyFen);
  }
}
