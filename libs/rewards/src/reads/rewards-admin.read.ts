import type { Clock, Fen, MemberId, Points, StoreId } from '@fanloop/kernel';
import { MembersDoor } from '@fanloop/members';
import { OrganizationDoor } from '@fanloop/organization';
import { PaymentsDoor, type RefundStanding } from '@fanloop/payments';
import { CLOCK, num, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { ItemKind } from '../rules/item';
import { normalised } from '../rules/pick-up-code';
import { type CancelCause, REWARD_PURPOSE, type RewardState, shownState } from '../rules/reward';

/** A reward in the console's list, without its codes. Times are ISO 8601 UTC. */
export interface RewardView {
  readonly rewardNo: string;
  readonly itemId: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly memberId: MemberId;
  readonly nickname: string;
  readonly phoneMasked: string | null;
  readonly pricePoints: Points;
  readonly priceFen: Fen;
  /** Of the part in ¥; null where it costs points alone. */
  readonly paymentNo: string | null;
  readonly refund: RefundStanding | null;
  readonly state: RewardState;
  readonly redeemedAt: string;
  readonly expiresAt: string | null;
  readonly endedAt: string | null;
  readonly storeName: string | null;
  readonly cancelCause: CancelCause | null;
  readonly cancelNote: string | null;
}

export interface RewardFilter {
  readonly state: RewardState | null;
  readonly itemId: string | null;
  /** A reward number or a pick-up code, whole. */
  readonly q: string | null;
}

interface Row {
  rewardNo: string;
  itemId: string;
  kind: ItemKind;
  title: string;
  memberId: MemberId;
  pricePoints: number;
  priceFen: number;
  state: RewardState;
  redeemedAt: Date;
  expiresAt: Date | null;
  endedAt: Date | null;
  storeId: StoreId | null;
  cancelCause: CancelCause | null;
  cancelNote: string | null;
}

/** Rewards for the console. */
@Injectable()
export class RewardsAdminRead {
  constructor(
    private readonly reader: Reader,
    private readonly members: MembersDoor,
    private readonly organization: OrganizationDoor,
    private readonly payments: PaymentsDoor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async page(filter: RewardFilter, page: number, pageSize: number): Promise<{ items: RewardView[]; total: number }> {
    const { where, params } = this.conditions(filter);
    const count = await this.reader.one<{ n: string }>(
      `SELECT COUNT(*) AS n FROM rewards_reward r WHERE ${where}`,
      params,
    );
    const rows = await this.reader.query<Row>(
      `SELECT r.reward_no AS rewardNo, r.item_id AS itemId, r.kind, r.title, r.member_id AS memberId,
              r.price_points AS pricePoints, r.price_fen AS priceFen, r.state, r.redeemed_at AS redeemedAt, r.expires_at AS expiresAt,
              r.ended_at AS endedAt, r.store_id AS storeId, r.cancel_cause AS cancelCause, r.cancel_note AS cancelNote
         FROM rewards_reward r WHERE ${where} ORDER BY r.id DESC LIMIT ? OFFSET ?`,
      [...params, pageSize, (page - 1) * pageSize],
    );
    return { items: await this.views(rows), total: num(count?.n) };
  }

  /** Time decides, not the sweep: `ready` is what can still be picked up. */
  private conditions({ state, itemId, q }: RewardFilter): { where: string; params: unknown[] } {
    const now = this.clock.now();
    const parts: [string, unknown[]][] = [];
    if (state === 'ready') parts.push(["r.state = 'ready' AND r.expires_at > ?", [now]]);
    else if (state === 'expired')
      parts.push(["(r.state = 'expired' OR (r.state = 'ready' AND r.expires_at <= ?))", [now]]);
    else if (state !== null) parts.push(['r.state = ?', [state]]);
    if (itemId !== null) parts.push(['r.item_id = ?', [itemId]]);
    const sign = q === null ? '' : normalised(q);
    if (sign) parts.push(['(r.reward_no = ? OR r.pick_up_code = ?)', [sign, sign]]);
    return {
      where: parts.map(([sql]) => sql).join(' AND ') || '1 = 1',
      params: parts.flatMap(([, values]) => values),
    };
  }

  private async views(rows: readonly Row[]): Promise<RewardView[]> {
    const now = this.clock.now();
    const ids = rows.map((row) => row.memberId);
    const paid = rows.filter((row) => row.priceFen > 0).map((row) => row.rewardNo);
    const [people, phones, stores, standings] = await Promise.all([
      this.members.summaries(ids),
      this.members.maskedPhones(ids),
      this.organization.storesByIds(rows.flatMap((row) => (row.storeId ? [row.storeId] : []))),
      this.payments.standings(REWARD_PURPOSE, paid),
    ]);
    return rows.map(({ storeId, ...row }) => ({
      ...row,
      state: shownState(row, now),
      nickname: people.get(row.memberId)?.nickname ?? '已注销',
      phoneMasked: phones.get(row.memberId) ?? null,
      paymentNo: standings.get(row.rewardNo)?.paymentNo ?? null,
      refund: standings.get(row.rewardNo)?.refund ?? null,
      redeemedAt: row.redeemedAt.toISOString(),
      expiresAt: row.expiresAt?.toISOString() ?? null,
      endedAt: row.endedAt?.toISOString() ?? null,
      storeName: storeId ? (stores.get(storeId)?.name ?? null) : null,
    }));
  }
}
