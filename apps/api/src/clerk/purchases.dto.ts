import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { hint } from '../shapes/explained-rule';
import { receipt, refundFigures, refundLine } from '../shapes/receipt';

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
    best: z
      .object({ couponIds: z.array(z.string()), discountFen: fen, why: z.string() })
      .describe('the coupons that save most together'),
    couponProblem: z.string().nullable().describe('why the chosen coupons do not go together'),
    gifts: z.array(z.string()),
    tierAfter: z.object({ code: z.string(), name: z.string() }).nullable(),
  }),
) {}

export class ReceiptDto extends createZodDto(receipt) {}
export class ReceiptListDto extends createZodDto(z.object({ items: z.array(receipt) })) {}

export class ReceiptQueryDto extends createZodDto(
  z.object({ storeId: id, date: z.iso.date().optional().describe('business date; today when left out') }),
) {}

const MOST_LINES = 5_000;
const refundWish = z.object({
  lines: z
    .array(
      z.object({
        lineNo: z.number(),
        quantity: z.number().describe('0 with an amount: money back, the goods stay'),
        amountFen: z.number().nullish().describe('fen; what these things cost when left out'),
      }),
    )
    .max(MOST_LINES)
    .nullish()
    .describe('with neither lines nor amountFen: all that is left'),
  amountFen: z.number().nullish().describe('fen; instead of lines: spread over what is left of them'),
});

export class RefundPreviewInputDto extends createZodDto(refundWish) {}
export class RefundInputDto extends createZodDto(
  refundWish.extend({
    reason: z.string().trim().min(1).max(200),
    seen: refundFigures
      .extend({ couponDeductedFen: fen.default(0) })
      .nullish()
      .describe('the figures of the preview; refused with RefundChanged when they no longer hold. Required for a part'),
  }),
) {}

export const refundOutcome = refundFigures.extend({
  paidBackFen: fen.describe('what the shopper gets: amountFen − deductedFen − couponDeductedFen'),
  full: z.boolean().describe('nothing of the purchase is left'),
  lines: z.array(refundLine),
  balanceAfter: z.number().int().nullable(),
  tierAfter: z.object({ code: z.string(), name: z.string() }).nullable(),
  why: z.array(z.string()),
});

export const refundPreview = refundOutcome.extend({
  couponName: z.string().nullable().describe('used by the purchase'),
  tierBefore: z.object({ code: z.string(), name: z.string() }).nullable(),
});

export class RefundPreviewDto extends createZodDto(refundPreview) {}

export class RefundDto extends createZodDto(refundOutcome.extend({ refundNo: z.string() })) {}
