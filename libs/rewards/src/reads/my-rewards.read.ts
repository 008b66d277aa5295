import type { Clock, Fen, MemberId, Points, StoreId } from '@fanloop/kernel';
import { OrganizationDoor } from '@fanloop/organization';
import { type PaymentStanding, PaymentsDoor, type RefundStanding } from '@fanloop/payments';
import { CLOCK, jsonOrNull, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { ItemKind } from '../rules/item';
import { refuse } from '../rules/refusals';
import { type CancelCause, REWARD_PURPOSE, type RewardState, shownState } from '../rules/reward';
import { CodeRepository } from '../store/code.repository';

export interface OpenPayment {
  readonly paymentNo: string;
  readonly amountFen: Fen;
  readonly expiresAt: string;
  /** Paid a moment ago: it is about to be handed out. */
  readonly isPaid: boolean;
}

/** A reward as its owner sees it. Times are ISO 8601 UTC. */
export interface MyReward {
  readonly rewardNo: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly terms: string;
  readonly pictureUrl: string | null;
  readonly pricePoints: Points;
  readonly priceFen: Fen;
  readonly state: RewardState;
  readonly redeemedAt: string;
  readonly expiresAt: string | null;
  readonly endedAt: string | null;
  readonly cancelCause: CancelCause | null;
  readonly cancelNote: string | null;
  /** What is still to be paid, while it is reserved. */
  readonly payment: OpenPayment | null;
  /** Money on its way back, or back. */
  readonly refund: RefundStanding | null;
  /** Shown in the store, while it waits there. */
  readonly pickUpCode: string | null;
  /** The virtual code that was bought. */
  readonly code: string | null;
  /** Where it is picked up; null: in every store. */
  readonly storeNames: readonly string[] | null;
  /** Where it was picked up. */
  readonly storeName: string | null;
}

interface Row {
  id: string;
  rewardNo: string;
  kind: ItemKind;
  title: string;
  terms: string;
  pictureUrl: string | null;
  pricePoints: number;
  priceFen: number;
  state: RewardState;
  redeemedAt: Date;
  expiresAt: Date | null;
  endedAt: Date | null;
  cancelCause: CancelCause | null;
  cancelNote: string | null;
  pickUpCode: string | null;
  codeText: string | null;
  storeId: StoreId | null;
  storeIds: unknown;
}

const SELECT = `SELECT r.id, r.reward_no AS rewardNo, r.kind, r.title, r.terms, i.picture_url AS pictureUrl,
  r.price_points AS pricePoints, r.price_fen AS priceFen, r.state, r.redeemed_at AS redeemedAt, r.expires_at AS expiresAt,
  r.ended_at AS endedAt, r.cancel_cause AS cancelCause, r.cancel_note AS cancelNote, r.pick_up_code AS pickUpCode,
  c.code_text AS codeText, r.store_id AS storeId, i.store_ids AS storeIds
  FROM rewards_reward r JOIN rewards_item i ON i.id = r.item_id LEFT JOIN rewards_code c ON c.reward_id = r.id`;
/** Larger than every id. */
const NEWEST = '9223372036854775807';

/** A member's own rewards with their codes. */
@Injectable()
export class MyRewardsRead {
  constructor(
    private readonly reader: Reader,
    private readonly organization: OrganizationDoor,
    private readonly codes: CodeRepository,
    private readonly payments: PaymentsDoor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first; `before` null begins at the newest. */
  async list(
    memberId: MemberId,
    page: { readonly before: string | null; readonly limit: number },
  ): Promise<{ items: MyReward[]; nextBefore: string | null }> {
    const rows = await this.reader.query<Row>(
      `${SELECT} WHERE r.member_id = ? AND r.id < ? ORDER BY r.id DESC LIMIT ?`,
      [memberId, page.before ?? NEWEST, page.limit + 1],
    );
    const shown = rows.slice(0, page.limit);
    return { items: await this.views(shown), nextBefore: rows.length > page.limit ? shown.at(-1)!.id : null };
  }

  /** Throws RewardNotFound, also for a reward of somebody else. */
  async one(memberId: MemberId, rewardNo: string): Promise<MyReward> {
    const rows = await this.reader.query<Row>(`${SELECT} WHERE r.member_id = ? AND r.reward_no = ?`, [
      memberId,
      rewardNo,
    ]);
    const [view] = await this.views(rows);
    if (!view) throw refuse('RewardNotFound');
    return view;
  }

  private async views(rows: readonly Row[]): Promise<MyReward[]> {
    const now = this.clock.now();
    const places = rows.map((row) => jsonOrNull<StoreId[]>(row.storeIds));
    const ids = rows.flatMap((row, i) => [...(row.storeId ? [row.storeId] : []), ...(places[i] ?? [])]);
    const paid = rows.filter((row) => row.priceFen > 0).map((row) => row.rewardNo);
    const [stores, standings] = await Promise.all([
      this.organization.storesByIds(ids),
      this.payments.standings(REWARD_PURPOSE, paid),
    ]);
    return rows.map(({ id: _, codeText, storeIds: __, storeId, ...row }, i) => {
      const state = shownState(row, now);
      const standing = standings.get(row.rewardNo);
      return {
        ...row,
        state,
        redeemedAt: row.redeemedAt.toISOString(),
        expiresAt: row.expiresAt?.toISOString() ?? null,
        endedAt: row.endedAt?.toISOString() ?? null,
        payment: state === 'reserved' && standing ? openPayment(standing) : null,
        refund: standing?.refund ?? null,
        pickUpCode: state === 'ready' ? row.pickUpCode : null,
        code: codeText === null ? null : this.codes.read(codeText),
        storeNames: places[i]?.flatMap((place) => stores.get(place)?.name ?? []) ?? null,
        storeName: storeId ? (stores.get(storeId)?.name ?? null) : null,
      };
    });
  }
}

const openPayment = ({ paymentNo, amountFen, expiresAt, state }: PaymentStanding): OpenPayment => ({
  paymentNo,
  amountFen,
  expiresAt: expiresAt.toISOString(),
  isPaid: !['created', 'paying', 'closed'].includes(state),
});
