import type { MemberId } from '@fanloop/kernel';
import { LoyaltyDoor } from '@fanloop/loyalty';
import { MembersDoor } from '@fanloop/members';
import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { CardState } from '../rules/card';
import { CardTime } from '../use-cases/card-work';
import { type CardRow, type CardView, SELECT_CARD, toCardView } from './card-views';

/** A card in the console's list. */
export interface HolderCard extends CardView {
  readonly memberId: MemberId;
  readonly nickname: string;
  readonly phoneMasked: string | null;
  readonly tierName: string;
  readonly paymentNo: string;
}

export interface CardFilter {
  readonly state: CardState | null;
  readonly planId: string | null;
  readonly memberId: MemberId | null;
  /** A card number, a payment number or a member number, whole. */
  readonly q: string | null;
}

/** Members' cards for the console. */
@Injectable()
export class CardsAdminRead {
  constructor(
    private readonly reader: Reader,
    private readonly members: MembersDoor,
    private readonly loyalty: LoyaltyDoor,
    private readonly time: CardTime,
  ) {}

  /** Newest first. */
  async page(filter: CardFilter, page: number, pageSize: number): Promise<{ items: HolderCard[]; total: number }> {
    const { where, params } = await this.conditions(filter);
    const count = await this.reader.one<{ n: string }>(
      `SELECT COUNT(*) AS n FROM memberships_card c WHERE ${where}`,
      params,
    );
    const rows = await this.reader.query<CardRow>(`${SELECT_CARD} WHERE ${where} ORDER BY c.id DESC LIMIT ? OFFSET ?`, [
      ...params,
      pageSize,
      (page - 1) * pageSize,
    ]);
    return { items: await this.views(rows), total: num(count?.n) };
  }

  private async conditions({ state, planId, memberId, q }: CardFilter): Promise<{ where: string; params: unknown[] }> {
    const parts: [string, unknown[]][] = [];
    if (state !== null) parts.push(this.inState(state));
    if (planId !== null) parts.push(['c.plan_id = ?', [planId]]);
    if (memberId !== null) parts.push(['c.member_id = ?', [memberId]]);
    // Numbers are plain signs; whatever else is typed names nothing, and is not compared with them.
    if (q !== null && !/^[\x21-\x7e]+$/.test(q)) parts.push(['1 = 0', []]);
    else if (q !== null) {
      const known = await this.members.findByNumber([q]);
      parts.push(['(c.card_no = ? OR c.payment_no = ? OR c.member_id = ?)', [q.toUpperCase(), q, known.get(q) ?? '0']]);
    }
    return {
      where: parts.map(([sql]) => sql).join(' AND ') || '1 = 1',
      params: parts.flatMap(([, values]) => values),
    };
  }

  /** Time decides, not the sweep. */
  private inState(state: CardState): [string, unknown[]] {
    const { today } = this.time.present();
    const isPaid = "c.state IN ('active', 'upcoming')";
    if (state === 'active') return [`${isPaid} AND c.starts_on <= ? AND c.last_on >= ?`, [today, today]];
    if (state === 'upcoming') return [`${isPaid} AND c.starts_on > ?`, [today]];
    if (state === 'ended') return [`(c.state = 'ended' OR (${isPaid} AND c.last_on < ?))`, [today]];
    return ['c.state = ?', [state]];
  }

  private async views(rows: readonly CardRow[]): Promise<HolderCard[]> {
    const { today } = this.time.present();
    const ids = rows.map((row) => row.memberId);
    const [people, phones, tiers] = await Promise.all([
      this.members.summaries(ids),
      this.members.maskedPhones(ids),
      this.loyalty.tiers(),
    ]);
    return rows.map((row) => ({
      ...toCardView(row, today),
      memberId: row.memberId,
      nickname: people.get(row.memberId)?.nickname ?? '已注销',
      phoneMasked: phones.get(row.memberId) ?? null,
      tierName: tiers.find(({ code }) => code === row.tierCode)?.name ?? row.tierCode,
      paymentNo: row.paymentNo,
    }));
  }
}
