import type { Shopper } from '@fanloop/coupons';
import type { MemberId } from '@fanloop/kernel';
import { LoyaltyDoor } from '@fanloop/loyalty';
import { SalesDoor } from '@fanloop/sales';
import { TaggingDoor } from '@fanloop/tagging';
import { Injectable } from '@nestjs/common';

/** `ordinal`: the number that the next purchase would get. */
export interface KnownShopper extends Shopper {
  readonly ordinal: number;
}

/** What coupons may ask of a shopper, from the contexts that know it. */
@Injectable()
export class ShopperFacts {
  constructor(
    private readonly loyalty: LoyaltyDoor,
    private readonly tagging: TaggingDoor,
    private readonly sales: SalesDoor,
  ) {}

  async of(memberId: MemberId): Promise<KnownShopper> {
    const [accounts, tags, ordinal] = await Promise.all([
      this.loyalty.accounts([memberId]),
      this.tagging.tagsOf(memberId),
      this.sales.nextOrdinalOf(memberId),
    ]);
    return {
      tier: accounts.get(memberId)?.tier?.code ?? null,
      tags: tags.map(({ code }) => code),
      firstPurchase: ordinal === 1,
      ordinal,
    };
  }
}
