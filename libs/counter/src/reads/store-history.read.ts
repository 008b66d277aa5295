import type { MemberId, StoreId } from '@fanloop/kernel';
import { OrganizationDoor } from '@fanloop/organization';
import { type PurchaseView, SalesDoor } from '@fanloop/sales';
import { TaggingDoor } from '@fanloop/tagging';
import { Injectable } from '@nestjs/common';

export interface StoreHistory {
  readonly purchases: readonly PurchaseView[];
  readonly storeNames: ReadonlyMap<StoreId, string>;
  readonly tastes: readonly string[];
}

/** What a member bought lately and likes best. */
@Injectable()
export class StoreHistoryRead {
  constructor(
    private readonly sales: SalesDoor,
    private readonly organization: OrganizationDoor,
    private readonly tagging: TaggingDoor,
  ) {}

  async of(memberId: MemberId, limit: number): Promise<StoreHistory> {
    const [purchases, tastes] = await Promise.all([
      this.sales.recentOf(memberId, limit),
      this.tagging.tastesOf(memberId),
    ]);
    const stores = await this.organization.storesByIds(purchases.map((purchase) => purchase.storeId));
    return { purchases, tastes, storeNames: new Map([...stores].map(([id, store]) => [id, store.name])) };
  }
}
