import type { MemberId } from '@fanloop/kernel';
import type { PersonalDataSource } from '@fanloop/members';
import { Injectable } from '@nestjs/common';
import { PurchasesRead } from './purchases.read';

const WHOLE_LIFE = 100_000;

/** Every purchase of a member, for the member's own export. */
@Injectable()
export class SalesPersonalData implements PersonalDataSource {
  readonly context = 'sales';

  constructor(private readonly purchases: PurchasesRead) {}

  async personalDataOf(memberId: MemberId): Promise<unknown> {
    const { items } = await this.purchases.ofMember(memberId, WHOLE_LIFE);
    return items.map(({ purchaseNo, occurredAt, channel, netFen, discountFen, refundedFen, lines }) => ({
      purchaseNo,
      occurredAt,
      channel,
      paidFen: netFen,
      discountFen,
      refundedFen,
      lines: lines.map(({ name, quantity, amountFen }) => ({ name, quantity, amountFen })),
    }));
  }
}
