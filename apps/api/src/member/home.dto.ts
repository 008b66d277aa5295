import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { activityCard } from '../shapes/activity-card';
import { tierStanding } from '../shapes/tier';
import { post } from './posts.dto';
import { memberStore } from './stores.controller';

const points = z.number().int();

export class HomeDto extends createZodDto(
  z.object({
    greetingName: z.string(),
    tier: tierStanding,
    points: z.object({
      available: points,
      pending: points,
      debt: points,
      expiringSoon: z.object({ points, at: z.iso.datetime() }).nullable(),
    }),
    usableCoupons: z.number().int(),
    todos: z.array(
      z.object({
        kind: z.enum(['coupon-expiring', 'points-expiring', 'complete-profile', 'activity-today']),
        title: z.string(),
        subtitle: z.string(),
        link: z.string(),
      }),
    ),
    activities: z.array(activityCard),
    posts: z.array(post),
    nearestStore: memberStore.nullable(),
  }),
) {}

export class FanStoryDto extends createZodDto(
  z.object({
    tier: z.object({ code: z.string(), name: z.string() }),
    since: z.iso.date(),
    score: z.number().int(),
    parts: z.array(z.object({ name: z.string(), score: z.number().int(), most: z.number().int(), why: z.string() })),
    next: z.object({ name: z.string(), missing: z.number().int() }).nullable(),
  }),
) {}
