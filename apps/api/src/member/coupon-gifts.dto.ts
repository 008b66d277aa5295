import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const time = z.iso.datetime();
const face = {
  giftId: z.string(),
  name: z.string(),
  headline: z.string(),
  thresholdFen: z.number().int(),
  terms: z.string(),
  validUntil: time,
  expiresAt: time.describe('until when a friend may take it'),
};

export class OfferedGiftDto extends createZodDto(
  z.object({
    giftId: z.string(),
    token: z.string().describe('opens the gift to whoever holds it: part of the shared link'),
    expiresAt: time,
  }),
) {}

export class GiftDto extends createZodDto(
  z.object({
    ...face,
    from: z.string().describe('who gives it, masked'),
    standing: z.enum(['open', 'own', 'mine', 'taken', 'withdrawn', 'expired', 'gone']),
  }),
) {}

export class AcceptedGiftDto extends createZodDto(z.object({ couponId: z.string() })) {}
export class WithdrawnGiftDto extends createZodDto(z.object({ state: z.literal('withdrawn') })) {}

export class MyGiftsDto extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        ...face,
        couponId: z.string(),
        direction: z.enum(['out', 'in']),
        state: z.enum(['offered', 'accepted', 'withdrawn', 'expired']),
        other: z.string().nullable().describe('the other member, masked; null: nobody yet'),
        at: time,
      }),
    ),
  }),
) {}
