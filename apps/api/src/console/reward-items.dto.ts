import { ITEM_STATUSES, type ItemDraft, REWARD_STATES } from '@fanloop/rewards';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageQuery, rowId } from '../shapes/page';
import { cancelCause, itemKind, refundStanding, rewardState } from '../shapes/reward';

const time = z.iso.datetime();
const count = z.number().int();
const fen = count.min(0).max(100_000_000);

const fields = z.object({
  title: z.string().trim().min(1).max(40),
  summary: z.string().trim().max(120).default(''),
  terms: z.string().trim().max(5000).default(''),
  pictureUrl: z
    .string()
    .trim()
    .max(500)
    .regex(/^(https?:\/\/|\/)/)
    .nullable()
    .default(null),
  pricePoints: count.min(1).max(100_000_000),
  priceFen: fen.default(0).describe('paid beside the points, by WeChat Pay'),
  worthFen: fen.nullable().default(null),
  perMemberLimit: count.min(1).max(1000).nullable().default(null),
  minTier: z
    .string()
    .regex(/^[\x21-\x7e]{1,32}$/)
    .nullable()
    .default(null)
    .describe('code of the lowest tier that may have it'),
  availableFrom: time.nullable().default(null),
  availableUntil: time.nullable().default(null).describe('the first instant at which it is over'),
  templateId: rowId.nullable().default(null).describe('of a coupon item'),
  storeIds: z.array(rowId).min(1).max(500).nullable().default(null).describe('where it is picked up; null: everywhere'),
  pickUpDays: count.min(1).max(365).default(14),
  position: count.min(0).max(1_000_000).default(0),
});

export class RewardItemInputDto extends createZodDto(fields) {}
export class NewRewardItemDto extends createZodDto(
  fields.extend({ kind: itemKind, stock: count.min(0).max(10_000_000).default(0) }),
) {}
export class RewardItemStatusDto extends createZodDto(z.object({ status: z.enum(['active', 'paused', 'ended']) })) {}
export class RewardStockDto extends createZodDto(
  z.object({ by: count.min(-10_000_000).max(10_000_000).describe('signed difference') }),
) {}
export class RewardCodesDto extends createZodDto(
  z.object({ codes: z.array(z.string().max(500)).min(1).max(10_000) }),
) {}
export class ImportedCodesDto extends createZodDto(z.object({ added: count, known: count })) {}
export class RewardItemsPageDto extends createZodDto(pageQuery.extend({ status: z.enum(ITEM_STATUSES).optional() })) {}

const item = z.object({
  id: z.string(),
  kind: itemKind,
  status: z.enum(ITEM_STATUSES),
  title: z.string(),
  summary: z.string(),
  terms: z.string(),
  pictureUrl: z.string().nullable(),
  pricePoints: count,
  priceFen: count,
  worthFen: count.nullable(),
  stockTotal: count,
  stockLeft: count,
  perMemberLimit: count.nullable(),
  minTier: z.string().nullable(),
  availableFrom: time.nullable(),
  availableUntil: time.nullable(),
  templateId: z.string().nullable(),
  storeIds: z.array(z.string()).nullable(),
  pickUpDays: count,
  position: count,
  redeemed: count,
  waiting: count,
  reserved: count.describe('kept for members who have not paid yet'),
});
export class RewardItemDto extends createZodDto(item) {}
export class RewardItemsDto extends createZodDto(z.object({ items: z.array(item), total: count })) {}

export class RewardsPageDto extends createZodDto(
  pageQuery.extend({
    state: z.enum(REWARD_STATES).optional(),
    itemId: rowId.optional(),
    q: z.string().trim().max(40).optional().describe('a reward number or a pick-up code, whole'),
  }),
) {}

export class ConsoleRewardsDto extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        rewardNo: z.string(),
        itemId: z.string(),
        kind: itemKind,
        title: z.string(),
        memberId: z.string(),
        nickname: z.string(),
        phoneMasked: z.string().nullable(),
        pricePoints: count,
        priceFen: count,
        paymentNo: z.string().nullable(),
        refund: refundStanding,
        state: rewardState,
        redeemedAt: time,
        expiresAt: time.nullable(),
        endedAt: time.nullable(),
        storeName: z.string().nullable(),
        cancelCause: cancelCause.nullable(),
        cancelNote: z.string().nullable(),
      }),
    ),
    total: count,
  }),
) {}
export class CancelRewardDto extends createZodDto(z.object({ note: z.string().trim().min(1).max(120) })) {}
export class RewardCancelledDto extends createZodDto(z.object({ pointsReturned: count, refundFen: count })) {}

export const draftOf = (input: RewardItemInputDto): ItemDraft => ({
  title: input.title,
  summary: input.summary,
  terms: input.terms,
  pictureUrl: input.pictureUrl,
  pricePoints: input.pricePoints,
  priceFen: input.priceFen,
  worthFen: input.worthFen,
  perMemberLimit: input.perMemberLimit,
  minTier: input.minTier,
  availableFrom: input.availableFrom === null ? null : new Date(input.availableFrom),
  availableUntil: input.availableUntil === null ? null : new Date(input.availableUntil),
  templateId: input.templateId,
  storeIds: input.storeIds,
  pickUpDays: input.pickUpDays,
  position: input.position,
});
