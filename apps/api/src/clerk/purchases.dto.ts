import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { hint } from '../shapes/explained-rule';
import { receipt } from '../shapes/receipt';

const id = z.string().regex(/^\d{1,19}$/);
const fen = z.number().int().describe('fen');
const isoTime = z.iso.datetime().describe('UTC');

// Figures are only numbers here: the rules refuse negative, fractional and huge ones with a code of their own.
const line = z.object({
  sku: z.string().max(64).nullish(),
  name: z.string().max(128).nullish(),
  quantity: z.number(),
  unitPriceFen: z.number().describe('fen'),
});

const purchase = z.object({
  visitToken: z.string().min(8).max(128),
  storeId: id,
  lines: z.array(line).max(200).default([]).describe('or amountFen'),
  amountFen: z.number().nullish().describe('fen; instead of lines'),
  couponIds: z.array(id).max(10).default([]),
});

export class PreviewInputDto extends createZodDto(purchase) {}
export class PurchaseInputDto extends createZodDto(
  purchase.extend({ occurredAt: isoTime.nullish().describe('when it waited in a queue: inside the visit') }),
) {}

export class PreviewDto extends createZodDto(
  z.object({
    grossFen: fen,
    discountFen: fen,
    payableFen: fen,
    points: z.number().int(),
    why: z.array(z.string()),
    hint: hint.nullable().describe('what a little more in the basket would give'),
    coupons: z.array(
      z.object({ couponId: z.string(), usable: z.boolean(), reason: z.string().nullable(), discountFen: fen }),
    ),
    tierAfter: z.object({ code: z.string(), name: z.string() }).nullable(),
  }),
) {}

export class ReceiptDto extends createZodDto(receipt) {}
export class ReceiptListDto extends createZodDto(z.object({ items: z.array(receipt) })) {}

export class ReceiptQueryDto extends createZodDto(
  z.object({ storeId: id, date: z.iso.date().optional().describe('business date; today when left out') }),
) {}

export class RefundInputDto extends createZodDto(z.object({ reason: z.string().trim().min(1).max(200) })) {}

export class RefundDto extends createZodDto(
  z.object({
    refundNo: z.string(),
    amountFen: fen,
    pointsClawedBack: z.number().int(),
    debtPoints: z.number().int(),
    couponReturned: z.boolean(),
    why: z.array(z.string()),
  }),
) {}
