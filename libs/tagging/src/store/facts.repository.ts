import type { SalesEvents } from '@fanloop/events';
import { ascending } from '@fanloop/kernel';
import { chunks, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

type Purchase = SalesEvents['sales.purchase-recorded.v1'];
type Refund = SalesEvents['sales.purchase-refunded.v1'];

/**
 * Facts of members, kept so that any order of events ends the same: a purchase and its refund are merged into one row
 * whichever comes first, and the sums of a member are computed anew from the member's rows.
 */
@Injectable()
export class FactsRepository {
  /** Locks the facts of these members, in ascending order, so that sums are computed one after the other. */
  async lock(tx: Tx, memberIds: readonly string[]): Promise<void> {
    for (const part of chunks(ascending(memberIds), 500))
      await tx.execute(
        'INSERT INTO tagging_member_facts (member_id) VALUES ? ON DUPLICATE KEY UPDATE member_id = VALUES(member_id)',
        [part.map((id) => [id])],
      );
  }

  /** Those of these members, locked before, who have not closed their accounts. */
  async open(tx: Tx, memberIds: readonly string[]): Promise<Set<string>> {
    if (memberIds.length === 0) return new Set();
    const rows = await tx.query<{ member_id: string }>(
      'SELECT member_id FROM tagging_member_facts WHERE member_id IN (?) AND closed = 0',
      [memberIds],
    );
    return new Set(rows.map((row) => row.member_id));
  }

  async enrolled(tx: Tx, memberId: string, joinedOn: string, inviterMemberId: string | null): Promise<void> {
    await tx.execute(
      `INSERT INTO tagging_member_facts (member_id, joined_on, inviter_member_id) VALUES (?, ?, ?)
       ON DUPLICATE KEY UPDATE joined_on = VALUES(joined_on), inviter_member_id = VALUES(inviter_member_id)`,
      [memberId, joinedOn, inviterMemberId],
    );
  }

  async purchases(tx: Tx, purchases: readonly Purchase[]): Promise<void> {
    await tx.execute(
      `INSERT INTO tagging_purchase_fact (purchase_id, member_id, store_id, at, business_date, paid_fen) VALUES ?
       ON DUPLICATE KEY UPDATE member_id = VALUES(member_id), store_id = VALUES(store_id), at = VALUES(at),
         business_date = VALUES(business_date), paid_fen = VALUES(paid_fen)`,
      [purchases.map((p) => [p.purchaseId, p.memberId, p.storeId, new Date(p.at), p.businessDate, p.netFen])],
    );
    const categories = purchases.flatMap((purchase) => categoriesOf(purchase));
    if (categories.length > 0)
      await tx.execute(
        `INSERT INTO tagging_category_fact (purchase_id, category, member_id, quantity) VALUES ?
         ON DUPLICATE KEY UPDATE quantity = VALUES(quantity)`,
        [categories],
      );
  }

  /** A refund that comes before its purchase waits in a row without a date, which no window counts. */
  async refunds(tx: Tx, refunds: readonly Refund[]): Promise<void> {
    for (const refund of refunds)
      await tx.execute(
        `INSERT INTO tagging_purchase_fact (purchase_id, refunded_fen, wholly_refunded) VALUES (?, ?, ?)
         ON DUPLICATE KEY UPDATE refunded_fen = refunded_fen + VALUES(refunded_fen),
           wholly_refunded = GREATEST(wholly_refunded, VALUES(wholly_refunded))`,
        [refund.purchaseId, refund.amountFen, refund.full ? 1 : 0],
      );
    await this.returned(tx, refunds);
  }

  /** Things that came back no longer speak for a taste; a closed member gets no row anew. */
  private async returned(tx: Tx, refunds: readonly Refund[]): Promise<void> {
    const memberIds = [...new Set(refunds.flatMap((refund) => refund.memberId ?? []))];
    if (memberIds.length === 0) return;
    const open = await tx.query<{ member_id: string }>(
      'SELECT member_id FROM tagging_member_facts WHERE member_id IN (?) AND closed = 0',
      [memberIds],
    );
    const kept = new Set(open.map((row) => row.member_id));
    for (const refund of refunds.filter(({ memberId }) => memberId !== null && kept.has(memberId))) {
      const categories = categoriesOf(refund);
      if (categories.length > 0)
        await tx.execute(
          `INSERT INTO tagging_category_fact (purchase_id, category, member_id, quantity, returned) VALUES ?
           ON DUPLICATE KEY UPDATE returned = returned + VALUES(returned)`,
          [
            categories.map(([purchaseId, category, memberId, quantity]) => [
              purchaseId,
              category,
              memberId,
              0,
              quantity,
            ]),
          ],
        );
    }
  }

  /** The sums of these (locked) members, from their purchases as they are committed now. */
  async sumUp(tx: Tx, memberIds: readonly string[]): Promise<void> {
    await tx.execute(
      `UPDATE tagging_member_facts f
         LEFT JOIN (SELECT member_id, MIN(at) AS first_at, MAX(at) AS last_at, COUNT(*) AS n, SUM(paid_fen - refunded_fen) AS net
                      FROM tagging_purchase_fact
                     WHERE member_id IN (?) AND wholly_refunded = 0 AND at IS NOT NULL GROUP BY member_id) p
           ON p.member_id = f.member_id
          SET f.first_purchase_at = p.first_at, f.last_purchase_at = p.last_at,
              f.purchases = COALESCE(p.n, 0), f.net_fen = COALESCE(p.net, 0)
        WHERE f.member_id IN (?)`,
      [memberIds, memberIds],
    );
  }

  /** The later of two opposite deeds wins, whichever arrives first. */
  async interaction(
    tx: Tx,
    row: { memberId: string; kind: string; reference: string; at: Date; active: boolean },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO tagging_interaction (member_id, kind, reference, at, active) VALUES (?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE active = IF(VALUES(at) >= at, VALUES(active), active), at = GREATEST(at, VALUES(at))`,
      [row.memberId, row.kind, row.reference, row.at, row.active ? 1 : 0],
    );
  }

  /** Forgets a closed member in every list and count; sums without a person stay with sales. */
  async forget(tx: Tx, memberId: string): Promise<void> {
    for (const table of ['interaction', 'category_fact', 'rfm', 'fan_tier', 'membership', 'reward', 'fan_tier_change'])
      await tx.execute(`DELETE FROM tagging_${table} WHERE member_id = ?`, [memberId]);
    await tx.execute('UPDATE tagging_purchase_fact SET member_id = NULL WHERE member_id = ?', [memberId]);
    await tx.execute(
      `INSERT INTO tagging_member_facts (member_id, closed) VALUES (?, 1)
       ON DUPLICATE KEY UPDATE closed = 1, joined_on = NULL, inviter_member_id = NULL, purchases = 0, net_fen = 0,
         first_purchase_at = NULL, last_purchase_at = NULL`,
      [memberId],
    );
  }
}

interface Told {
  readonly purchaseId: string;
  readonly memberId: string | null;
  readonly lines?: readonly { readonly category: string | null; readonly quantity: number }[];
}

/** Purchase, category, member and how many things of it. */
const categoriesOf = (told: Told): [string, string, string, number][] => {
  const { purchaseId, memberId, lines = [] } = told;
  if (!memberId) return [];
  const byCategory = new Map<string, number>();
  for (const line of lines)
    if (line.category) byCategory.set(line.category, (byCategory.get(line.category) ?? 0) + line.quantity);
  return [...byCategory].map(([category, quantity]) => [purchaseId, category.slice(0, 64), memberId, quantity]);
};
