import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { rowId } from '../shapes/page';
import { cancelCause, itemKind, refundStanding, rewardState, why } from '../shapes/reward';

const time = z.iso.datetime();
const count = z.number().int();

const mallItem = z.object({
  id: z.string(),
  kind: itemKind,
  title: z.string(),
  summary: z.string(),
  pictureUrl: z.string().nullable(),
  pricePoints: count,
  priceFen: count.describe('paid beside the points'),
  worthFen: count.nullable(),
  stockLeft: count,
  perMemberLimit: count.nullable(),
  held: count.describe('how many of it the reader holds or has had'),
  minTierName: z.string().nullable(),
  availableFrom: time.nullable(),
  availableUntil: time.nullable(),
  why: why.describe('why the reader may not have it now; null: nothing is in the way'),
});

const available = count.nullable().describe("the reader's points; null for a visitor");

export class MallDto extends createZodDto(z.object({ available, items: z.array(mallItem) })) {}

export class MallItemDto extends createZodDto(
  z.object({
    available,
    item: mallItem.extend({
      terms: z.string(),
      pickUpDays: count.nullable(),
      storeNames: z.array(z.string()).nullable().describe('where it is picked up; null: in every store, or nowhere'),
    }),
  }),
) {}

export class RedeemDto extends createZodDto(
  z.object({
    pricePoints: count.min(1).describe('the price that the member agreed to'),
    priceFen: count.min(0).default(0).describe('its part in ¥: the reward is then reserved until it is paid'),
  }),
) {}

const myReward = z.object({
  rewardNo: z.string(),
  kind: itemKind,
  title: z.string(),
  terms: z.string(),
  pictureUrl: z.string().nullable(),
  pricePoints: count,
  priceFen: count,
  state: rewardState,
  payment: z
    .object({ paymentNo: z.string(), amountFen: count, expiresAt: time, isPaid: z.boolean() })
    .nullable()
    .describe('what is still to be paid, while it is reserved'),
  refund: refundStanding,
  redeemedAt: time,
  expiresAt: time.nullable(),
  endedAt: time.nullable(),
  cancelCause: cancelCause.nullable(),
  cancelNote: z.string().nullable(),
  pickUpCode: z.string().nullable(),
  code: z.string().nullable().describe('the virtual code'),
  storeNames: z.array(z.string()).nullable(),
  storeName: z.string().nullable().describe('where it was picked up'),
});

export class RedeemedDto extends createZodDto(z.object({ reward: myReward, pointsLeft: count })) {}
export class MyRewardDto extends createZodDto(myReward) {}
export class MyRewardsDto extends createZodDto(
  z.object({ items: z.array(myReward), nextBefore: z.string().nullable() }),
) {}
export class MyRewardsQueryDto extends createZodDto(
  z.object({ before: rowId.optional(), limit: z.coerce.number().int().min(1).max(50).default(20) }),
) {}
export class CancelledRewardDto extends createZodDto(
  z.object({ pointsReturned: count, refundFen: count.describe('on its way back') }),
) {}
