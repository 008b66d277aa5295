import type { ActivityDraft } from '@fanloop/activities';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageQuery, rowId } from '../shapes/page';

const time = z.iso.datetime();
const count = z.number().int();

const fields = z.object({
  title: z.string().trim().min(1).max(40),
  summary: z.string().trim().max(120).default(''),
  body: z.string().trim().max(10_000).default(''),
  coverUrl: z
    .string()
    .trim()
    .max(500)
    .regex(/^(https?:\/\/|\/)/)
    .nullable()
    .default(null),
  storeId: rowId.nullable().default(null),
  place: z.string().trim().max(100).default(''),
  startsAt: time,
  endsAt: time,
  signUpUntil: time.describe('the first instant at which nobody may join any more'),
  seatsTotal: count.min(1).max(100_000),
  couponTemplateId: rowId.nullable().default(null).describe('the coupon that everybody gets who comes'),
});

export class ActivityInputDto extends createZodDto(fields) {}
export class ActivitiesPageDto extends createZodDto(pageQuery) {}
export class ActivityStatusDto extends createZodDto(
  z.object({ status: z.enum(['open', 'closed', 'cancelled', 'settled']) }),
) {}

const activity = z.object({
  id: z.string(),
  kind: z.literal('event'),
  title: z.string(),
  summary: z.string(),
  body: z.string(),
  coverUrl: z.string().nullable(),
  storeId: z.string().nullable(),
  storeName: z.string().nullable(),
  place: z.string(),
  startsAt: time,
  endsAt: time,
  signUpUntil: time,
  couponTemplateId: z.string().nullable(),
  seatsTotal: count,
  seatsTaken: count,
  seatsLeft: count,
  waiting: count,
  attended: count,
  status: z.enum(['draft', 'open', 'closed', 'settled', 'cancelled']),
});
export class ConsoleActivityDto extends createZodDto(activity) {}
export class ConsoleActivitiesDto extends createZodDto(z.object({ items: z.array(activity), total: count })) {}

export class ConsoleEntriesDto extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        entryNo: z.string(),
        memberId: z.string(),
        nickname: z.string(),
        phoneMasked: z.string().nullable(),
        state: z.enum(['joined', 'waiting', 'cancelled', 'attended']),
        position: count.nullable(),
        joinedAt: time,
        attendedAt: time.nullable(),
      }),
    ),
  }),
) {}

export const draftOf = (input: ActivityInputDto): ActivityDraft => ({
  ...input,
  startsAt: new Date(input.startsAt),
  endsAt: new Date(input.endsAt),
  signUpUntil: new Date(input.signUpUntil),
});
