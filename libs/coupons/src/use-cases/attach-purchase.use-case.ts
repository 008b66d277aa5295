import type { PurchaseId } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { RedemptionRepository } from '../store/redemption.repository';

export interface AttachPurchaseCommand {
  /** The reference that the redemption was made with. */
  readonly reference: string;
  readonly purchaseId: PurchaseId;
  readonly purchaseNo: string;
}

/** Names the purchase of a redemption: the discount is needed before the purchase has its number. */
@Injectable()
export class AttachPurchase {
  constructor(private readonly redemptions: RedemptionRepository) {}

  async execute(tx: Tx, { reference, purchaseId, purchaseNo }: AttachPurchaseCommand): Promise<void> {
    await this.redemptions.attach(tx, reference, purchaseId, purchaseNo);
  }
}
