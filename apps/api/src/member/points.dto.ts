import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pointsEntry } from '../shapes/points-entry';

const points = z.number().int();
const time = z.iso.datetime();

export const tierStanding = z.object({
  code: z.string(),
  name: z.string(),
  colour: z.string(),
  multiplierPercent: z.number().int(),
  qualifyingPoints: points.describe('earned in the window'),
  windowFrom: time,
  windowUntil: time.describe('half-open'),
  next: z
    .object({ code: z.string(), name: z.string(), atPoints: points, missingPoints: points, hint: z.string() })
    .nullable(),
  progressPercent: z.number().int().min(0).max(100),
  benefits: z.array(z.string()),
  tiers: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      atPoints: points,
      colour: z.string(),
      benefits: z.array(z.string()),
    }),
  ),
});

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
