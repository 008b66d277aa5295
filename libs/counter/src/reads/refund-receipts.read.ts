import type { PurchaseId } from '@fanloop/kernel';
import { OrganizationDoor } from '@fanloop/organization';
import { Reader } from '@fanloop/platform';
import { type RefundFact, RefundsRead } from '@fanloop/sales';
import { Injectable } from '@nestjs/common';
import { type RefundNote, RefundNoteRepository } from '../store/refund-note.repository';
import { UndosRead } from './undos.read';

/** A refund as it was told, with who made it. */
export interface RefundReceipt {
  readonly refundNo: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly amountFen: number;
  /** Kept back for points that were spent already. */
  readonly deductedFen: number;
  /** Kept back for a discount that was no longer earned; below zero: given back. */
  readonly couponDeductedFen: number;
  readonly paidBackFen: number;
  readonly full: boolean;
  readonly reason: string;
  readonly clerkName: string;
  readonly lines: RefundFact['lines'];
  /** Null for a refund without a note: one that was not made at the till. */
  readonly points: Omit<RefundNote, 'refundId' | 'couponReturned' | 'couponDeductedFen'> | null;
  readonly couponReturned: boolean;
}

/** The refunds of purchases with what happened to their points. */
@Injectable()
export class RefundReceiptsRead {
  constructor(
    private readonly reader: Reader,
    private readonly refunds: RefundsRead,
    private readonly notes: RefundNoteRepository,
    private readonly organization: OrganizationDoor,
    readonly undos: UndosRead,
  ) {}

  /** By purchase, in the order in which they were made; purchases without a refund are left out. */
  async ofPurchases(purchaseIds: readonly PurchaseId[]): Promise<Map<PurchaseId, RefundReceipt[]>> {
    const found = await this.refunds.ofPurchases(purchaseIds);
    const all = [...found.values()].flat();
    if (all.length === 0) return new Map();
    const [notes, clerks] = await Promise.all([
      this.notes.find(
        this.reader,
        all.map((refund) => refund.refundId),
      ),
      this.organization.staffNames(all.flatMap((refund) => staffOf(refund.actor) ?? [])),
    ]);
    const receipt = (refund: RefundFact): RefundReceipt =>
      toReceipt(refund, notes.get(refund.refundId), clerks.get(staffOf(refund.actor) ?? '') ?? '');
    return new Map([...found].map(([purchaseId, refunds]) => [purchaseId, refunds.map(receipt)]));
  }
}

const staffOf = (actor: string): string | null => (actor.startsWith('staff:') ? actor.slice('staff:'.length) : null);

const toReceipt = (refund: RefundFact, note: RefundNote | undefined, clerkName: string): RefundReceipt => ({
  refundNo: refund.refundNo,
  at: refund.at.toISOString(),
  amountFen: refund.amountFen,
  deductedFen: refund.deductedFen - (note?.couponDeductedFen ?? 0),
  couponDeductedFen: note?.couponDeductedFen ?? 0,
  paidBackFen: refund.amountFen - refund.deductedFen,
  full: refund.full,
  reason: refund.reason,
  clerkName,
  lines: refund.lines,
  points: note ? pointsOf(note) : null,
  couponReturned: note?.couponReturned ?? false,
});

const pointsOf = ({
  refundId: _,
  couponReturned: __,
  couponDeductedFen: ___,
  ...points
}: RefundNote): RefundReceipt['points'] => points;
