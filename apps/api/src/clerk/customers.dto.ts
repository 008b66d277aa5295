import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const isoTime = z.iso.datetime().describe('UTC');
const points = z.number().int();
const fen = z.number().int().describe('fen');

export class ScanDto extends createZodDto(
  z.object({
    code: z
      .string()
      .regex(/^\d{18}$/)
      .describe('the 18 digits of the member code'),
    storeId: z.string().regex(/^\d{1,19}$/),
  }),
) {}

const coupon = z.object({
  couponId: z.string(),
  name: z.string(),
  terms: z.string(),
  headline: z.string(),
  amountFen: fen.describe('of cash coupons; 0 for other kinds'),
  thresholdFen: fen,
  validUntil: isoTime,
});

export class CustomerCardDto extends createZodDto(
  z.object({
    visitToken: z.string().describe('stands for the member for 15 minutes, for this clerk in this store'),
    member: z.object({
      nickname: z.string(),
      avatarUrl: z.string().nullable(),
      memberNoMasked: z.string(),
      joinedAt: isoTime,
    }),
    tier: z.object({ code: z.string(), name: z.string(), colour: z.string() }),
    points: z.object({ available: points }),
    coupons: z.array(coupon),
    lastPurchases: z.array(z.object({ at: isoTime, storeName: z.string(), amountFen: fen, summary: z.string() })),
    tastes: z.array(z.string()),
    suggestion: z.object({ text: z.string(), reason: z.string() }).nullable(),
  }),
) {}
