import type { Fen, Points, StoreId } from '@fanloop/kernel';
import { isWholeWithin } from '@fanloop/kernel';
import { refuse } from './refusals';

/**
 * coupon: a coupon of a template; goods: picked up in a store; code: one of a list that was imported; entitlement: a
 * promise that staff honours on sight of the code (a priority seat); donation: nothing comes back.
 */
export const ITEM_KINDS = ['coupon', 'goods', 'code', 'entitlement', 'donation'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const ITEM_STATUSES = ['draft', 'active', 'paused', 'ended'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** What a manager sets. The kind is chosen once; the stock has a way of its own, because others take from it meanwhile. */
export interface ItemDraft {
  readonly title: string;
  readonly summary: string;
  readonly terms: string;
  readonly pictureUrl: string | null;
  readonly pricePoints: Points;
  /** Paid beside the points, by WeChat Pay. */
  readonly priceFen: Fen;
  /** What it would cost in the store: shown, never charged. */
  readonly worthFen: Fen | null;
  /** Null: as often as the points suffice. */
  readonly perMemberLimit: number | null;
  /** The code of the lowest tier that may have it; null: everybody. */
  readonly minTier: string | null;
  readonly availableFrom: Date | null;
  /** The first instant at which it is over. */
  readonly availableUntil: Date | null;
  /** Of a coupon item. */
  readonly templateId: string | null;
  /** Where it is picked up; null: in every store. */
  readonly storeIds: readonly StoreId[] | null;
  /** Days for which it is kept, the day of redeeming not counted. */
  readonly pickUpDays: number;
  /** Order in the mall, the lowest first. */
  readonly position: number;
}

/** What an item costs: both parts together. */
export type ItemPrice = Pick<ItemDraft, 'pricePoints' | 'priceFen'>;

const MOST_POINTS = 100_000_000;
const MOST_FEN = 100_000_000;
const MOST_DAYS = 365;
/** WeChat gives money back within a year; what is picked up late must still be cancelled. */
const MOST_PAID_DAYS = 300;

/** Kinds that wait in a store for their owner. */
export const isPickedUp = (kind: ItemKind): boolean => kind === 'goods' || kind === 'entitlement';

/** Throws ItemInvalid. */
export const assertDraft = (kind: ItemKind, draft: ItemDraft): void => {
  const { availableFrom: from, availableUntil: until } = draft;
  const checks: [boolean, string][] = [
    [draft.title.trim().length > 0, '名称不能为空'],
    [isWholeWithin(draft.pricePoints, 1, MOST_POINTS), '积分价格至少 1 分'],
    [isWholeWithin(draft.priceFen, 0, MOST_FEN), '现金价格有误'],
    [draft.worthFen === null || isWholeWithin(draft.worthFen, 0, MOST_FEN), '参考价有误'],
    [draft.perMemberLimit === null || isWholeWithin(draft.perMemberLimit, 1, 1000), '每人限兑 1 至 1000 件'],
    [from === null || until === null || from < until, '结束时间须晚于开始时间'],
    [(kind === 'coupon') === (draft.templateId !== null), '优惠券商品要选择一种优惠券，其他商品不选'],
    [draft.storeIds === null || draft.storeIds.length > 0, '请至少选择一家门店'],
    [isWholeWithin(draft.pickUpDays, 1, MOST_DAYS), '保留天数为 1 至 365 天'],
    [draft.priceFen === 0 || draft.pickUpDays <= MOST_PAID_DAYS, `含现金的商品最多保留 ${MOST_PAID_DAYS} 天`],
    [isWholeWithin(draft.position, 0, 1_000_000), '排序须为非负整数'],
  ];
  const broken = checks.find(([holds]) => !holds);
  if (broken) throw refuse('ItemInvalid', { problem: broken[1] });
};

/** From each status to those that may follow. What has ended stays so. */
const NEXT: Record<ItemStatus, readonly ItemStatus[]> = {
  draft: ['active', 'ended'],
  active: ['paused', 'ended'],
  paused: ['active', 'ended'],
  ended: [],
};

/** Throws ItemStatusForbids. */
export const assertStatusChange = (from: ItemStatus, to: ItemStatus): void => {
  if (!NEXT[from].includes(to)) throw refuse('ItemStatusForbids');
};

export const isEditable = (status: ItemStatus): boolean => status !== 'ended';
