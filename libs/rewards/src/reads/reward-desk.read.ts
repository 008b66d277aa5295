import type { Clock, MemberId, StoreId } from '@fanloop/kernel';
import { MembersDoor } from '@fanloop/members';
import { OrganizationDoor } from '@fanloop/organization';
import { CLOCK, jsonOrNull, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { ItemKind } from '../rules/item';
import { refuse } from '../rules/refusals';
import { type RewardState, shownState, whyNotPickUp } from '../rules/reward';
import { PickUpCodes } from '../store/pick-up-codes';

/** A reward as a clerk sees it before handing it over. Times are ISO 8601 UTC. */
export interface DeskReward {
  readonly rewardNo: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly terms: string;
  readonly pictureUrl: string | null;
  readonly nickname: string;
  readonly phoneMasked: string | null;
  readonly state: RewardState;
  readonly redeemedAt: string;
  readonly expiresAt: string | null;
  readonly endedAt: string | null;
  /** Where it was handed over. */
  readonly storeName: string | null;
  /** Why it may not be handed over in this store now; null: go ahead. */
  readonly why: { readonly code: string; readonly text: string } | null;
}

interface Row {
  rewardNo: string;
  memberId: MemberId;
  kind: ItemKind;
  title: string;
  terms: string;
  pictureUrl: string | null;
  state: RewardState;
  redeemedAt: Date;
  expiresAt: Date | null;
  endedAt: Date | null;
  storeId: StoreId | null;
  storeIds: unknown;
}

/** What a clerk finds behind a pick-up code. */
@Injectable()
export class RewardDeskRead {
  constructor(
    private readonly reader: Reader,
    private readonly pickUp: PickUpCodes,
    private readonly members: MembersDoor,
    private readonly organization: OrganizationDoor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws PickUpCodeInvalid. */
  byCode(typed: string, storeId: StoreId): Promise<DeskReward> {
    const code = this.pickUp.read(typed);
    if (code === null) throw refuse('PickUpCodeInvalid');
    return this.find('r.pick_up_code = ?', code, storeId);
  }

  /** The same by its number, after it was handed over. */
  byNumber(rewardNo: string, storeId: StoreId): Promise<DeskReward> {
    return this.find('r.reward_no = ?', rewardNo, storeId);
  }

  private async find(where: string, value: string, storeId: StoreId): Promise<DeskReward> {
    const row = await this.reader.one<Row>(
      `SELECT r.reward_no AS rewardNo, r.member_id AS memberId, r.kind, r.title, r.terms, i.picture_url AS pictureUrl,
              r.state, r.redeemed_at AS redeemedAt, r.expires_at AS expiresAt, r.ended_at AS endedAt,
              r.store_id AS storeId, i.store_ids AS storeIds
         FROM rewards_reward r JOIN rewards_item i ON i.id = r.item_id WHERE ${where}`,
      [value],
    );
    if (!row) throw refuse('PickUpCodeInvalid');
    const now = this.clock.now();
    const { memberId, storeId: handedIn, storeIds, ...shown } = row;
    const place = { storeId, storeIds: jsonOrNull<StoreId[]>(storeIds) };
    const refusal = whyNotPickUp(row, place, now);
    const [people, phones, stores] = await Promise.all([
      this.members.summaries([memberId]),
      this.members.maskedPhones([memberId]),
      this.organization.storesByIds(handedIn ? [handedIn] : []),
    ]);
    return {
      ...shown,
      state: shownState(row, now),
      redeemedAt: row.redeemedAt.toISOString(),
      expiresAt: row.expiresAt?.toISOString() ?? null,
      endedAt: row.endedAt?.toISOString() ?? null,
      nickname: people.get(memberId)?.nickname ?? '',
      phoneMasked: phones.get(memberId) ?? null,
      storeName: handedIn ? (stores.get(handedIn)?.name ?? null) : null,
      why: refusal && { code: refusal.code, text: refusal.reason('zh') },
    };
  }
}
