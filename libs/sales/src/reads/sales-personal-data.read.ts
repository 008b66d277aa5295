import type { MemberId } from '@fanloop/kernel';
import type { PersonalDataSource } from '@fanloop/members';
import { Injectable } from '@nestjs/common';
import { PurchasesRead } from './purchases.read';
import { RefundsRead } from './refunds.read';

const WHOLE_LIFE = 100_000;

/** Every purchase of a member with its refunds, for the member's own export. */
@Injectable()
export class SalesPersonalData implements PersonalDataSource {
  readonly context = 'sales';

  constructor(
    private readonly purchases: PurchasesRead,
    private readonly refunds: RefundsRead,
  ) {}

  async personalDataOf(memberId: MemberId): Promise<unknown> {
    const { items } = await this.purchases.ofMember(memberId, WHOLE_LIFE);
    const refunds = await this.refunds.ofPurchases(items.map((purchase) => purchase.purchaseId));
    return items.map(({ purchaseId, purchaseNo, occurredAt, channel, netFen, discountFen, refundedFen, lines }) => ({
      purchaseNo,
      occurredAt,
      channel,
      paidFen: netFen,
      discountFen,
      refundedFen,
      lines: lines.map(({ name, quantity, amountFen }) => ({ name, quantity, amountFen })),
      refunds: (refunds.get(purchaseId) ?? []).map((refund) => ({
        at: refund.at,
        amountFen: refund.amountFen,
        deductedFen: refund.deductedFen,
        reason: refund.reason,
        lines: refund.lines.map(({ name, quantity, amountFen }) => ({ name, quantity, amountFen })),
      })),
    }));
  }
}
