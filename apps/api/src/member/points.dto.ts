import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pointsEntry } from '../shapes/points-entry';
import { tierStanding } from '../shapes/tier';

const points = z.number().int();
const time = z.iso.datetime();

export class MemberPointsDto extends createZodDto(
  z.object({
    available: points,
    pending: points,
    debt: points.describe('owed after a refund of spent points; later earnings pay it first'),
    lotsExpiring: z.array(z.object({ points, expiresAt: time })).describe('within 90 days, the nearest first'),
    lotsPending: z
      .array(z.object({ points, activateAt: time.nullable(), activateOn: z.string().nullable() }))
      .describe('not yet usable; without a day they wait for the named event'),
    transfersEnabled: z.boolean().describe('points may be given to other members'),
    tier: tierStanding,
    waysToEarn: z.array(z.string()),
  }),
) {}

export class PointsFeedQueryDto extends createZodDto(
  z.object({
    cursor: z
      .string()
      .regex(/^\d{1,10}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
) {}

export class PointsFeedDto extends createZodDto(
  z.object({ items: z.array(pointsEntry), nextCursor: z.string().nullable() }),
) {}

export class MemberEntryDto extends createZodDto(
  z.object({
    entry: pointsEntry,
    steps: z
      .array(z.object({ name: z.string(), kind: z.string(), points, lines: z.array(z.string()) }))
      .describe('rules that gave, in the order in which they work'),
    lots: z.array(z.string()).describe('until when the points count, or which ones were used'),
    hint: z.string().nullable().describe('what a little more would have given'),
  }),
) {}
