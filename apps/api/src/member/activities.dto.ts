import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { activityCard } from '../shapes/activity-card';

const time = z.iso.datetime();
const count = z.number().int();

export class ActivityDetailDto extends createZodDto(
  activityCard.extend({
    body: z.string(),
    storeId: z.string().nullable(),
    storeName: z.string().nullable(),
    signUpUntil: time,
    myEntryNo: z.string().nullable(),
    couponName: z.string().nullable().describe('the coupon for who comes'),
    waitingPosition: count.nullable(),
    checkInCode: z.object({ code: z.string(), validUntil: time, stepSeconds: count }).nullable(),
    attendees: z.array(z.object({ nickname: z.string(), avatarUrl: z.string().nullable() })),
  }),
) {}

export class EntryDto extends createZodDto(
  z.object({ state: z.enum(['joined', 'waiting']), position: count.nullable(), entryNo: z.string() }),
) {}

export class LeftDto extends createZodDto(z.object({ state: z.literal('cancelled') })) {}
