import { z } from 'zod';

const amount = z.number().int().describe('in the unit of the basis: tier points, fen, or visits');
const rowId = z.string().regex(/^\d{1,19}$/);

export const tierBasis = z.enum(['tier-points', 'net-spend', 'visits']);

export const tierSettings = z.object({
  basis: tierBasis,
  window: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('rolling'), months: z.number().int().min(1).max(36) }),
    z.object({ kind: z.literal('calendar-year') }),
    z.object({ kind: z.literal('membership-year') }),
  ]),
  graceDays: z.number().int().min(0).max(180),
});

export const tierBenefits = z.object({
  monthlyCoupons: z.array(z.object({ templateId: rowId, count: z.number().int().min(1).max(10) })).max(5),
  birthdayGift: z
    .object({ points: z.number().int().min(1).max(100_000).optional(), couponTemplateId: rowId.optional() })
    .nullable(),
  prioritySeats: z.boolean(),
  texts: z.array(z.string()).max(12),
});

export const tier = z.object({
  code: z.string(),
  name: z.string(),
  colour: z.string(),
  enterAt: amount,
  keepAt: amount,
  leaveAt: amount,
  multiplierPercent: z.number().int(),
  benefits: tierBenefits,
});

export const tierMoment = z.object({
  at: z.iso.datetime(),
  kind: z.enum(['rise', 'kept', 'grace', 'down', 'refund', 'late', 'grant', 'grant-end', 'redrawn']),
  from: z.string().nullable().describe('name of the tier'),
  to: z.string().nullable(),
  why: z.string(),
});

export const tierStanding = z.object({
  code: z.string(),
  name: z.string(),
  colour: z.string(),
  multiplierPercent: z.number().int(),
  basis: tierBasis,
  qualifying: amount.describe('what counts today'),
  qualifyingText: z.string(),
  windowFrom: z.iso.date(),
  windowTo: z.iso.date().describe('today, counted'),
  next: z.object({ code: z.string(), name: z.string(), enterAt: amount, missing: amount, hint: z.string() }).nullable(),
  progressPercent: z.number().int().min(0).max(100),
  keep: z
    .object({
      code: z.string(),
      name: z.string(),
      keepAt: amount,
      counted: amount,
      countedText: z.string(),
      missing: amount,
      from: z.iso.date(),
      until: z.iso.date().describe('last day of the window'),
      graceUntil: z.iso.date().nullable().describe('warned: lost after this day unless what is missing comes'),
      keptUntil: z.iso.date(),
      progressPercent: z.number().int().min(0).max(100),
      hint: z.string(),
    })
    .nullable(),
  grantUntil: z.iso.date().nullable().describe('given by hand, to the end of this day'),
  benefits: z.array(z.string()),
  tiers: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      colour: z.string(),
      enterAt: amount,
      enterText: z.string(),
      benefits: z.array(z.string()),
    }),
  ),
});
