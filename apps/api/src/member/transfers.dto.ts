import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const points = z.number().int();
const recipient = z.string().trim().min(5).max(24).describe('member number or phone of an active member');

export class TransferTermsDto extends createZodDto(
  z.object({
    enabled: z.boolean(),
    leastPoints: points.describe('per transfer'),
    dailyPoints: points.describe('per business day'),
    dailyTimes: z.number().int(),
    pointsLeftToday: points,
    timesLeftToday: z.number().int(),
    available: points,
  }),
) {}

export class TransferLookupDto extends createZodDto(z.object({ recipient })) {}

export class TransferRecipientDto extends createZodDto(
  z.object({ name: z.string().describe('masked, to be confirmed by the giver') }),
) {}

export class TransferDto extends createZodDto(z.object({ recipient, points: points.min(1).max(10_000_000) })) {}

export class TransferResultDto extends createZodDto(
  z.object({ transferId: z.string(), points, balanceAfter: points, name: z.string().describe('masked') }),
) {}

export class TransferFeedQueryDto extends createZodDto(
  z.object({ cursor: z.iso.datetime().optional(), limit: z.coerce.number().int().min(1).max(50).default(20) }),
) {}

export class TransferFeedDto extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        transferId: z.string(),
        direction: z.enum(['out', 'in']),
        name: z.string().describe('the other member, masked'),
        points,
        at: z.iso.datetime(),
      }),
    ),
    nextCursor: z.string().nullable(),
  }),
) {}
