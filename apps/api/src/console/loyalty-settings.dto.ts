import { ROLES } from '@fanloop/organization';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const whole = z.number().int();

export const expiryPolicy = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rolling-months'), months: whole }),
  z.object({ kind: z.literal('fixed-date'), monthDay: z.string().max(5).describe('MM-DD'), leastDays: whole }),
  z.object({ kind: z.literal('year-end'), years: whole.describe('0: the same year') }),
  z.object({ kind: z.literal('never') }),
  z.object({ kind: z.literal('inactivity'), months: whole }),
]);

const sections = z.object({
  expiry: expiryPolicy,
  pendingDays: whole.describe('until points of a purchase become usable'),
  clawbackPolicy: z.enum(['debt', 'deduct', 'write-off']),
  returnWindowDays: whole,
  fenPer100Points: whole,
  transfers: z.object({ enabled: z.boolean(), leastPoints: whole, dailyPoints: whole, dailyTimes: whole }),
  adjustmentLimits: z.partialRecord(z.enum(ROLES), whole).describe('a role that is not named may not adjust at all'),
  reminderDays: z.array(whole),
});

/** Only the sections that are given change. What tiers count has a route of its own. */
export class SettingsChangeDto extends createZodDto(sections.partial().strict()) {}

const sentences = z.object({
  expiry: z.string().describe('what the settings mean for points of today'),
  refund: z.string(),
});

export class LoyaltySettingsDto extends createZodDto(sections.extend({ sentences })) {}

export class SettingsPreviewDto extends createZodDto(
  z.object({ problems: z.array(z.string()), sentences: sentences.nullable() }),
) {}
