import { Injectable } from '@nestjs/common';
import { ClawBackPurchase } from './claw-back-purchase.use-case';
import { EarnForPurchases } from './earn-for-purchases.use-case';
import { PreviewPurchase } from './preview-purchase.use-case';

/** What the till asks for. */
@Injectable()
export class PurchasePoints {
  constructor(
    readonly earn: EarnForPurchases,
    readonly preview: PreviewPurchase,
    readonly clawBack: ClawBackPurchase,
  ) {}
}
