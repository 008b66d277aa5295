import type { Clock } from '@fanloop/kernel';
import { assertAllowed } from '@fanloop/organization';
import { CLOCK } from '@fanloop/platform';
import { refuseSale, SalesDoor } from '@fanloop/sales';
import { Inject, Injectable } from '@nestjs/common';
import { endOfUndo, needsSecond, whyNotDecidable, whyNotUndoable } from '../rules/undo';
import { TillSettingsRepository } from '../store/till-settings.repository';
import { UndoRepository } from '../store/undo.repository';
import { RefundLook, type RefundPreview } from './preview-refund.use-case';
import type { Clerk } from './record-purchase.use-case';
import { personOf } from './undo-sale.use-case';

export interface UndoPreview extends RefundPreview {
  /** A second person will have to agree. */
  readonly needsSecond: boolean;
  readonly until: Date;
}

/** What an undo would do, for who asks for it and for the second person who is to agree. Writes nothing. */
@Injectable()
export class PreviewUndo {
  constructor(
    private readonly sales: SalesDoor,
    private readonly look: RefundLook,
    private readonly undos: UndoRepository,
    private readonly settings: TillSettingsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws PurchaseNotFound and the refusals that undoing, or agreeing to it, would give. */
  async execute(clerk: Clerk, purchaseNo: string): Promise<UndoPreview> {
    const purchase = await this.sales.purchaseByNo(purchaseNo);
    if (!purchase) throw refuseSale('PurchaseNotFound');
    assertAllowed(clerk, 'purchases.record', purchase.storeId);
    const { reader } = this.look;
    const known = (await this.undos.find(reader, [purchase.purchaseId])).get(purchase.purchaseId) ?? null;
    const settings = await this.settings.undo(reader);
    const now = this.clock.now();
    const decides = known?.state === 'waiting' && known.askedBy !== clerk.staffId;
    if (decides) assertAllowed(clerk, 'purchases.refund', purchase.storeId);
    const refusal = decides
      ? whyNotDecidable(known, clerk.staffId, { settings, now })
      : whyNotUndoable(purchase, known, personOf(clerk, purchase.storeId), { settings, now });
    if (refusal) throw refusal;
    return {
      ...(await this.look.at(purchase, {})),
      needsSecond: needsSecond(purchase, settings),
      until: endOfUndo(known?.askedAt ?? purchase.recordedAt, settings),
    };
  }
}
