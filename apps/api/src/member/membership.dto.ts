import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { card, duration, refundPreview, refundSum, usedCoupons } from '../shapes/membership';
import { why } from '../shapes/reward';

const count = z.number().int();

const plan = z.object({
  id: z.string(),
  version: count.describe('names the terms that are shown: buying asks for it'),
  name: z.string(),
  summary: z.string(),
  terms: z.string(),
  priceFen: count,
  duration,
  tier: z.object({ code: z.string(), name: z.string(), colour: z.string(), benefits: z.array(z.string()) }),
  coupons: z.array(z.object({ name: z.string(), count, worthFen: count })),
  usedCoupons,
  saleUntil: z.iso.datetime().nullable(),
  stockLeft: count.nullable().describe('null: without a limit'),
  isRenewal: z.boolean().describe('it would begin after the card that the reader has'),
  isTierHeld: z.boolean().describe('by what he bought, the reader has this tier or a higher one already'),
  startsOn: z.string().describe('if it were paid today'),
  lastOn: z.string(),
  why: why.describe('why the reader cannot buy it now; null: nothing is in the way'),
});

const myCard = card.extend({
  colour: z.string(),
  paymentNo: z.string().nullable().describe('of an order that waits for its payment'),
  payUntil: z.iso.datetime().nullable(),
});

export class MembershipDto extends createZodDto(z.object({ plans: z.array(plan), cards: z.array(myCard) })) {}
export class MyCardDto extends createZodDto(myCard) {}
export class BuyCardDto extends createZodDto(
  z.object({
    version: count.min(1).describe('the terms that were shown'),
    isRenewal: z.boolean().describe('it was shown that the card begins after the one that runs'),
  }),
) {}
export class CardOrderDto extends createZodDto(
  z.object({ cardNo: z.string(), paymentNo: z.string(), amountFen: count }),
) {}
export class CardRefundPreviewDto extends createZodDto(refundPreview) {}
export class RefundMyCardDto extends createZodDto(
  z.object({ amountFen: count.min(1).describe('the amount that was shown') }),
) {}
export class CardRefundDto extends createZodDto(refundSum) {}
