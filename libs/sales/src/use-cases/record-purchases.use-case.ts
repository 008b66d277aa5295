import { domainEvent } from '@fanloop/events';
import { ascending, type Clock, type MemberId } from '@fanloop/kernel';
import { BusinessCalendar, CLOCK, Outbox, randomCode, Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { checkPurchase } from '../rules/check-purchase';
import { PurchaseDraft, RecordedPurchase, totalsOf } from '../rules/purchase';
import { MemberCounts } from '../store/member-counts.repository';
import { keyOf, NewPurchase, PurchaseRepository } from '../store/purchase.repository';

export const newPurchaseNo = (): string => randomCode(16);

/**
 * Records many purchases in a handful of statements, inside the caller's transaction and in the caller's order. A key that
 * was recorded before, or comes twice in the batch, is answered as a duplicate and writes nothing.
 */
@Injectable()
export class RecordPurchases {
  constructor(
    private readonly purchases: PurchaseRepository,
    private readonly counts: MemberCounts,
    private readonly calendar: BusinessCalendar,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, drafts: readonly PurchaseDraft[]): Promise<RecordedPurchase[]> {
    if (drafts.length === 0) return [];
    const now = this.clock.now();
    for (const draft of drafts) checkPurchase(draft, now);
    // The members' rows are locked before the look for duplicates: whoever recorded one of these keys for the same member
    // has committed by then, and is seen.
    const counts = await this.counts.lock(tx, ascending(drafts.flatMap((draft) => draft.memberId ?? [])));
    const known = await this.purchases.byKeys(tx, drafts);
    const fresh = this.prepare(drafts, known, counts);
    const ids = fresh.size > 0 ? await this.purchases.insert(tx, [...fresh.values()], now) : new Map<string, string>();
    const written = new Map<string, RecordedPurchase>();
    for (const [key, purchase] of fresh) {
      const purchaseId = ids.get(purchase.purchaseNo);
      if (purchaseId) written.set(key, { ...purchase, purchaseId, duplicate: false });
    }
    await this.counts.add(tx, countByMember([...written.values()]));
    await this.outbox.append(tx, [...written.values()].map(toEvent));
    return this.answer(tx, drafts, known, written);
  }

  /** The drafts that seem new, with their numbers; a key that comes twice counts once. */
  private prepare(
    drafts: readonly PurchaseDraft[],
    known: ReadonlyMap<string, RecordedPurchase>,
    counts: Map<MemberId, number>,
  ): Map<string, NewPurchase> {
    const fresh = new Map<string, NewPurchase>();
    for (const draft of drafts) {
      const key = keyOf(draft);
      if (known.has(key) || fresh.has(key)) continue;
      const ordinal = draft.memberId === null ? null : (counts.get(draft.memberId) ?? 0) + 1;
      if (draft.memberId !== null && ordinal !== null) counts.set(draft.memberId, ordinal);
      fresh.set(key, this.toPurchase(draft, ordinal));
    }
    return fresh;
  }

  private toPurchase(draft: PurchaseDraft, ordinalOfMember: number | null): NewPurchase {
    return {
      purchaseNo: draft.purchaseNo ?? newPurchaseNo(),
      source: draft.source,
      externalKey: draft.externalKey,
      memberId: draft.memberId,
      storeId: draft.storeId,
      clerkStaffId: draft.clerkStaffId,
      channel: draft.channel,
      occurredAt: draft.occurredAt,
      businessDate: this.calendar.date(draft.occurredAt, draft.zone),
      ...totalsOf(draft.lines),
      lines: draft.lines.map((line, index) => ({ ...line, lineNo: index + 1 })),
      ordinalOfMember,
    };
  }

  private async answer(
    tx: Tx,
    drafts: readonly PurchaseDraft[],
    known: ReadonlyMap<string, RecordedPurchase>,
    written: ReadonlyMap<string, RecordedPurchase>,
  ): Promise<RecordedPurchase[]> {
    // Taken by a parallel transaction between the look and the insert: for another member, or without one.
    const raced = drafts.filter((draft) => !known.has(keyOf(draft)) && !written.has(keyOf(draft)));
    const late = raced.length > 0 ? await this.purchases.byKeys(tx, raced) : new Map<string, RecordedPurchase>();
    const answered = new Set<string>();
    return drafts.map((draft) => {
      const key = keyOf(draft);
      const recorded = written.get(key) ?? known.get(key) ?? late.get(key)!;
      const again = answered.has(key);
      answered.add(key);
      return again && !recorded.duplicate ? { ...recorded, duplicate: true } : recorded;
    });
  }
}

const countByMember = (purchases: readonly RecordedPurchase[]): Map<MemberId, number> => {
  const added = new Map<MemberId, number>();
  for (const { memberId } of purchases) if (memberId !== null) added.set(memberId, (added.get(memberId) ?? 0) + 1);
  return added;
};

const toEvent = (purchase: RecordedPurchase) =>
  domainEvent(
    'sales.purchase-recorded.v1',
    {
      purchaseId: purchase.purchaseId,
      purchaseNo: purchase.purchaseNo,
      memberId: purchase.memberId,
      storeId: purchase.storeId,
      channel: purchase.channel,
      source: purchase.source,
      at: purchase.occurredAt.toISOString(),
      businessDate: purchase.businessDate,
      netFen: purchase.netFen,
      ordinalOfMember: purchase.ordinalOfMember,
      lines: purchase.lines.map(({ sku, category, quantity, amountFen }) => ({ sku, category, quantity, amountFen })),
    },
    purchase.occurredAt,
  );
