import type { Clock, PurchaseId, StoreId } from '@fanloop/kernel';
import { addMs } from '@fanloop/kernel';
import { OrganizationDoor } from '@fanloop/organization';
import { CLOCK, Reader } from '@fanloop/platform';
import { type PurchaseView, SalesDoor } from '@fanloop/sales';
import { Inject, Injectable } from '@nestjs/common';
import { endOfUndo, type Undo, type UndoSettings, type UndoState } from '../rules/undo';
import { TillSettingsRepository } from '../store/till-settings.repository';
import { UndoRepository } from '../store/undo.repository';

/** A wish to undo as screens tell it. Times are ISO 8601 UTC. */
export interface UndoView {
  readonly state: UndoState | 'lapsed';
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: string;
  /** The second person; empty: one was enough, or nobody has decided. */
  readonly decidedBy: string;
  readonly decidedAt: string | null;
}

export interface WaitingUndo extends UndoView {
  readonly purchaseNo: string;
  readonly grossFen: number;
  readonly paidFen: number;
}

/** Who asked and who agreed, by name. */
@Injectable()
export class UndoNames {
  constructor(
    private readonly organization: OrganizationDoor,
    private readonly sales: SalesDoor,
  ) {}

  async views(undos: readonly Undo[], settings: UndoSettings, now: Date): Promise<Map<PurchaseId, UndoView>> {
    const names = await this.organization.staffNames(
      undos.flatMap((undo) => [undo.askedBy, undo.decidedBy ?? []].flat()),
    );
    return new Map(
      undos.map((undo) => [
        undo.purchaseId,
        {
          state: undo.state === 'waiting' && now >= endOfUndo(undo.askedAt, settings) ? 'lapsed' : undo.state,
          reason: undo.reason,
          askedBy: names.get(undo.askedBy) ?? '',
          askedAt: undo.askedAt.toISOString(),
          decidedBy: undo.decidedBy === null ? '' : (names.get(undo.decidedBy) ?? ''),
          decidedAt: undo.decidedAt?.toISOString() ?? null,
        },
      ]),
    );
  }

  purchases(undos: readonly Undo[]): Promise<Map<PurchaseId, PurchaseView>> {
    return this.sales.purchasesOf(undos.map(({ purchaseId }) => purchaseId));
  }
}

/** Undos, done and wished for. */
@Injectable()
export class UndosRead {
  constructor(
    private readonly undos: UndoRepository,
    private readonly tills: TillSettingsRepository,
    private readonly reader: Reader,
    private readonly people: UndoNames,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  settings(): Promise<UndoSettings> {
    return this.tills.undo(this.reader);
  }

  async ofPurchases(ids: readonly PurchaseId[]): Promise<Map<PurchaseId, UndoView>> {
    const found = [...(await this.undos.find(this.reader, ids)).values()];
    if (found.length === 0) return new Map();
    const settings = await this.settings();
    return this.people.views(found, settings, this.clock.now());
  }

  /** What waits for a second person in a store, the oldest first. */
  async waiting(storeId: StoreId): Promise<WaitingUndo[]> {
    const settings = await this.settings();
    const now = this.clock.now();
    const found = await this.undos.waiting(this.reader, storeId, addMs(now, -settings.minutes * 60_000));
    const views = await this.people.views(found, settings, now);
    const purchases = await this.people.purchases(found);
    return found.flatMap(({ purchaseId }) => {
      const purchase = purchases.get(purchaseId);
      if (!purchase) return [];
      const { purchaseNo, grossFen, netFen: paidFen } = purchase;
      return [{ ...views.get(purchaseId)!, purchaseNo, grossFen, paidFen }];
    });
  }

  /** Until when a record may be undone; null: it may not. */
  static until(purchase: PurchaseView, undo: UndoView | undefined, settings: UndoSettings): string | null {
    const open = purchase.source === 'till' && purchase.refundState === 'none' && !undo && settings.minutes > 0;
    return open ? endOfUndo(purchase.recordedAt, settings).toISOString() : null;
  }
}
