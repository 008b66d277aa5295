import type { Actor, MemberId, Points } from '@fanloop/kernel';
import type { Queryable, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { AccountView } from './reads/accounts.read';
import { type EntryView, toEntryView } from './reads/entries.read';
import type { ExpiringPoints, PendingPoints } from './reads/expiring.read';
import { MemberPoints } from './reads/member-points';
import type { TierStanding } from './reads/standing.read';
import type { AdjustCommand } from './use-cases/adjust-points.use-case';
import { BalanceMovements } from './use-cases/balance-movements';
import type { ClawBackCommand, ClawBackResult } from './use-cases/claw-back-purchase.use-case';
import type { EarnResult, PurchaseToReward } from './use-cases/earn-for-purchases.use-case';
import type { PreviewQuery, PurchasePreviewResult } from './use-cases/preview-purchase.use-case';
import { type LedgerProof, ProveLedger } from './use-cases/prove-ledger.use-case';
import { PurchasePoints } from './use-cases/purchase-points';
import type { ClawBackQuery } from './use-cases/refund-on-batch';
import type { ReturnCommand } from './use-cases/return-points.use-case';
import type { MovementResult, SpendCommand } from './use-cases/spend-points.use-case';

/** Points and tiers for contexts above: what writes takes the caller's transaction. */
@Injectable()
export class LoyaltyDoor {
  constructor(
    private readonly purchases: PurchasePoints,
    private readonly movements: BalanceMovements,
    private readonly reads: MemberPoints,
    private readonly proof: ProveLedger,
  ) {}

  /** One result per purchase, in order. Locks the members' accounts in ascending order. Paid once per purchase. */
  earnForPurchases(tx: Tx, purchases: readonly PurchaseToReward[], actor?: Actor): Promise<EarnResult[]> {
    return this.purchases.earn.execute(tx, purchases, actor);
  }

  /** The same judgement without a lock and without writing. */
  previewPurchase(query: PreviewQuery): Promise<PurchasePreviewResult> {
    return this.purchases.preview.execute(query);
  }

  /** After a refund of the whole or of a part. Once per `refundId`. */
  clawBackPurchase(tx: Tx, command: ClawBackCommand): Promise<ClawBackResult> {
    return this.purchases.clawBack.execute(tx, command);
  }

  /** What a refund would take back now, without writing. */
  previewClawBack(db: Queryable, query: ClawBackQuery): Promise<ClawBackResult> {
    return this.purchases.clawBack.preview(db, query);
  }

  spend(tx: Tx, command: SpendCommand): Promise<MovementResult> {
    return this.movements.spend.execute(tx, command);
  }

  /** Undoes the spending with this reference. */
  giveBack(tx: Tx, command: ReturnCommand): Promise<MovementResult> {
    return this.movements.giveBack.execute(tx, command);
  }

  async adjust(tx: Tx, command: AdjustCommand): Promise<EntryView> {
    return toEntryView(await this.movements.adjust.execute(tx, command));
  }

  accounts(memberIds: readonly MemberId[]): Promise<Map<MemberId, AccountView>> {
    return this.reads.accounts.execute(memberIds);
  }

  standing(memberId: MemberId): Promise<TierStanding> {
    return this.reads.standing.execute(memberId);
  }

  /** What dies within so many days, the nearest first. */
  expiring(memberId: MemberId, withinDays: number): Promise<ExpiringPoints[]> {
    return this.reads.expiring.execute(memberId, withinDays);
  }

  /** Points that wait to become usable, those with a day first. */
  pending(memberId: MemberId): Promise<PendingPoints[]> {
    return this.reads.expiring.pending(memberId);
  }

  /** The journal, newest first; `beforeSeq` null begins at the newest. */
  entries(
    memberId: MemberId,
    page: { readonly beforeSeq: number | null; readonly limit: number },
  ): Promise<{ items: EntryView[]; nextBefore: number | null }> {
    return this.reads.entries.execute(memberId, page);
  }

  /** Entries before an instant, newest first. */
  entriesBefore(memberId: MemberId, at: Date, limit: number): Promise<EntryView[]> {
    return this.reads.entries.before(memberId, at, limit);
  }

  totals(): Promise<{ accounts: number; available: Points; debt: Points }> {
    return this.reads.totals.execute();
  }

  /** Versions of rules that wait for approval. */
  rulesInReview(): Promise<number> {
    return this.reads.totals.rulesInReview();
  }

  /** Who of these holds one of the tiers now: for walks over many members, a page at a time. */
  tierHoldersAmong(memberIds: readonly MemberId[], codes: readonly string[]): Promise<Set<MemberId>> {
    return this.reads.totals.holdersAmong(memberIds, codes);
  }

  membersOfTier(code: string, page: number, pageSize: number): Promise<{ ids: MemberId[]; total: number }> {
    return this.reads.totals.membersOfTier(code, page, pageSize);
  }

  /** Proof of one account, or of all. */
  prove(memberId?: MemberId): Promise<LedgerProof> {
    return this.proof.execute({ memberId });
  }
}
