import type { Clock, MemberId, Points } from '@fanloop/kernel';
import { OrganizationDoor } from '@fanloop/organization';
import { CLOCK, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type ItemKind, isPickedUp } from '../rules/item';
import { whyNotRedeem } from '../rules/redeem';
import { refuse } from '../rules/refusals';
import { ITEM_COLUMNS, type Item, type ItemRow, toItem } from '../store/item.repository';
import { ShopperStanding, type Visitor } from './shopper-standing';

/** An item as one person sees it. Times are ISO 8601 UTC. */
export interface MallItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly summary: string;
  readonly pictureUrl: string | null;
  readonly pricePoints: Points;
  /** Paid beside the points. */
  readonly priceFen: number;
  readonly worthFen: number | null;
  readonly stockLeft: number;
  readonly perMemberLimit: number | null;
  /** How many of it the reader holds or has had. */
  readonly held: number;
  readonly minTierName: string | null;
  readonly availableFrom: string | null;
  readonly availableUntil: string | null;
  /** Why the reader may not have it now, as a code and as a sentence; null where nothing is in the way. */
  readonly why: { readonly code: string; readonly text: string } | null;
}

export interface MallItemDetail extends MallItem {
  readonly terms: string;
  /** Days for which it is kept in the store; null where nothing waits. */
  readonly pickUpDays: number | null;
  /** Where it is picked up; null: in every store, or nowhere. */
  readonly storeNames: readonly string[] | null;
}

export interface Mall<T> {
  /** The reader's points; null for a visitor. */
  readonly available: Points | null;
  readonly items: T;
}

const MOST = 200;

/** The points mall: what is on sale, what the reader can afford, and why not. */
@Injectable()
export class MallRead {
  constructor(
    private readonly reader: Reader,
    private readonly standing: ShopperStanding,
    private readonly organization: OrganizationDoor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the brand's order; what is sold out last. At most 200. */
  async list(memberId: MemberId | null): Promise<Mall<MallItem[]>> {
    const now = this.clock.now();
    const visitor = await this.standing.of(memberId);
    const rows = await this.reader.query<ItemRow>(
      `SELECT ${ITEM_COLUMNS} FROM rewards_item i
        WHERE i.status = 'active' AND (i.available_until IS NULL OR i.available_until > ?)
        ORDER BY i.stock_left = 0, i.position, i.id LIMIT ${MOST}`,
      [now],
    );
    return { available: visitor.available, items: rows.map((row) => viewOf(toItem(row), visitor, now)) };
  }

  /** Throws ItemNotFound, for a draft too. */
  async one(itemId: string, memberId: MemberId | null): Promise<Mall<MallItemDetail>> {
    const now = this.clock.now();
    const row = await this.reader.one<ItemRow>(
      `SELECT ${ITEM_COLUMNS} FROM rewards_item i WHERE i.id = ? AND i.status <> 'draft'`,
      [itemId],
    );
    if (!row) throw refuse('ItemNotFound');
    const item = toItem(row);
    const visitor = await this.standing.of(memberId);
    const waits = isPickedUp(item.kind);
    const detail = {
      ...viewOf(item, visitor, now),
      terms: item.terms,
      pickUpDays: waits ? item.pickUpDays : null,
      storeNames: waits && item.storeIds ? await this.storeNames(item.storeIds) : null,
    };
    return { available: visitor.available, items: detail };
  }

  private async storeNames(storeIds: readonly string[]): Promise<string[]> {
    const stores = await this.organization.storesByIds(storeIds);
    return storeIds.flatMap((id) => stores.get(id)?.name ?? []);
  }
}

const viewOf = (item: Item, visitor: Visitor, now: Date): MallItem => {
  const held = visitor.held.get(item.itemId) ?? 0;
  // A visitor is told nothing of tiers and points: joining comes first.
  const asked = visitor.available === null ? { ...item, minTier: null } : item;
  const refusal = whyNotRedeem(asked, { ...visitor, held }, now);
  return {
    id: item.itemId,
    kind: item.kind,
    title: item.title,
    summary: item.summary,
    pictureUrl: item.pictureUrl,
    pricePoints: item.pricePoints,
    priceFen: item.priceFen,
    worthFen: item.worthFen,
    stockLeft: item.stockLeft,
    perMemberLimit: item.perMemberLimit,
    held,
    minTierName: visitor.tiers.find(({ code }) => code === item.minTier)?.name ?? null,
    availableFrom: item.availableFrom?.toISOString() ?? null,
    availableUntil: item.availableUntil?.toISOString() ?? null,
    why: refusal && { code: refusal.code, text: refusal.reason('zh') },
  };
};
