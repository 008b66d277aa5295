import { OrganizationDoor } from '@fanloop/organization';
import { Reader } from '@fanloop/platform';
import { type PurchaseFilter, PurchasesRead, type PurchaseView } from '@fanloop/sales';
import { Injectable } from '@nestjs/common';
import type { Receipt } from '../rules/receipt';
import { ReceiptRepository } from '../store/receipt.repository';
import { type RefundReceipt, RefundReceiptsRead } from './refund-receipts.read';
import { UndosRead, type UndoView } from './undos.read';

/** A receipt with what lists need beside it. */
export interface ReceiptView extends Omit<Receipt, 'lines'> {
  readonly purchaseId: string;
  readonly memberId: string | null;
  readonly storeId: string;
  readonly source: string;
  /** `refunded` of the receipt is true when nothing is left (`full`). */
  readonly refundState: 'none' | 'partial' | 'full';
  readonly refundedFen: number;
  readonly lines: readonly ReceiptLine[];
  /** In the order in which they were made. */
  readonly refunds: readonly RefundReceipt[];
  /** The record was taken back as a slip, or somebody wishes it. */
  readonly undo: UndoView | null;
  /** Until when it may be undone, ISO 8601 UTC; null: not at all, or no more. */
  readonly undoableUntil: string | null;
}

/** A line of the paper, with what refunds have taken of it since. */
export interface ReceiptLine {
  readonly lineNo: number;
  readonly name: string;
  readonly quantity: number;
  readonly amountFen: number;
  readonly refundedQuantity: number;
  readonly refundedFen: number;
}

/** Receipts as they were printed, with the refund that may have come after. */
@Injectable()
export class ReceiptsRead {
  constructor(
    private readonly reader: Reader,
    private readonly purchases: PurchasesRead,
    private readonly receipts: ReceiptRepository,
    private readonly organization: OrganizationDoor,
    private readonly refunds: RefundReceiptsRead,
  ) {}

  async byNo(purchaseNo: string): Promise<ReceiptView | null> {
    const purchase = await this.purchases.byNo(purchaseNo);
    const [view] = purchase ? await this.views([purchase]) : [];
    return view ?? null;
  }

  async page(filter: PurchaseFilter, page: number, pageSize: number): Promise<{ items: ReceiptView[]; total: number }> {
    const found = await this.purchases.page(filter, page, pageSize);
    return { items: await this.views(found.items), total: found.total };
  }

  async ofMember(
    memberId: string,
    limit: number,
    cursor: string | null,
  ): Promise<{ items: ReceiptView[]; nextCursor: string | null }> {
    const found = await this.purchases.ofMember(memberId, limit, cursor);
    return { items: await this.views(found.items), nextCursor: found.nextCursor };
  }

  private async views(purchases: readonly PurchaseView[]): Promise<ReceiptView[]> {
    const ids = purchases.map((purchase) => purchase.purchaseId);
    const [notes, refunds, undos, settings, stores, clerks] = await Promise.all([
      this.receipts.find(this.reader, ids),
      this.refunds.ofPurchases(ids),
      this.refunds.undos.ofPurchases(ids),
      this.refunds.undos.settings(),
      this.organization.storesByIds(purchases.map((purchase) => purchase.storeId)),
      this.organization.staffNames(purchases.flatMap((purchase) => purchase.clerkStaffId ?? [])),
    ]);
    return purchases.map((purchase) => {
      const note = notes.get(purchase.purchaseId);
      return {
        purchaseId: purchase.purchaseId,
        memberId: purchase.memberId,
        storeId: purchase.storeId,
        source: purchase.source,
        purchaseNo: purchase.purchaseNo,
        at: purchase.occurredAt.toISOString(),
        storeName: stores.get(purchase.storeId)?.name ?? '',
        clerkName: purchase.clerkStaffId ? (clerks.get(purchase.clerkStaffId) ?? '') : '',
        grossFen: purchase.grossFen,
        discountFen: purchase.discountFen,
        paidFen: purchase.netFen,
        points: note?.points ?? 0,
        balanceAfter: note?.balanceAfter ?? 0,
        why: note?.why ?? [],
        lines: purchase.lines.map(toLine),
        couponName: note?.couponName ?? null,
        refunded: purchase.refundState === 'full',
        refundState: purchase.refundState,
        refundedFen: purchase.refundedFen,
        refunds: refunds.get(purchase.purchaseId) ?? [],
        undo: undos.get(purchase.purchaseId) ?? null,
        undoableUntil: UndosRead.until(purchase, undos.get(purchase.purchaseId), settings),
      };
    });
  }
}

const toLine = (line: PurchaseView['lines'][number]): ReceiptLine => ({
  lineNo: line.lineNo,
  name: line.name,
  quantity: line.quantity,
  amountFen: line.amountFen,
  refundedQuantity: line.refundedQuantity,
  refundedFen: line.refundedFen,
});
