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
