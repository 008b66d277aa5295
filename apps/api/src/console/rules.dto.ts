import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const id = z.string().regex(/^\d{1,20}$/);
const points = z.number().int();
const percent = z.number().int().describe('150 = ×1.5');
const time = z.iso.datetime();

const draft = {
  name: z.string().trim().min(1).max(40),
  trigger: z.enum(['purchase', 'birthday', 'sign-up']),
  kind: z.enum([
    'base-rate',
    'category-multiplier',
    'tier-multiplier',
    'birthday-multiplier',
    'first-purchase-bonus',
    'sign-up-bonus',
  ]),
  params: z.object({
    pointsPerYuan: z.number().optional().describe('at most two decimals'),
    multiplierPercent: percent.optional(),
    category: z.string().max(100).optional(),
    points: points.optional(),
    perTier: z.record(z.string(), percent).optional(),
  }),
  condition: z.record(z.string(), z.unknown()).nullable().describe('a JsonLogic tree'),
  capPerDayPoints: points.nullable().describe('per member and business day'),
  validFrom: time.nullable(),
  validUntil: time.nullable().describe('half-open'),
  stores: z.array(id).min(1).nullable().describe('null: all'),
  priority: z.number().int().min(-1000).max(1000),
};
export class RuleDraftDto extends createZodDto(z.object(draft)) {}

const view = {
  ...draft,
  ruleId: id,
  version: z.number().int(),
  status: z.enum(['active', 'paused', 'retired']),
  sentence: z.string().describe('the rule in Chinese'),
  updatedAt: time,
  updatedBy: z.string(),
};
export class RuleViewDto extends createZodDto(z.object(view)) {}
export class RuleListDto extends createZodDto(z.object({ items: z.array(z.object(view)) })) {}
export class RuleDetailDto extends createZodDto(
  z.object({
    ...view,
    versions: z.array(z.object({ version: z.number().int(), at: time, by: z.string(), summary: z.string() })),
  }),
) {}

export class RuleStatusDto extends createZodDto(z.object({ status: z.enum(['active', 'paused', 'retired']) })) {}

export class TryRulesDto extends createZodDto(
  z.object({
    memberId: id.optional(),
    tierCode: z.string().max(32).optional(),
    storeId: id.optional(),
    at: time.optional(),
    firstPurchase: z.boolean().optional(),
    lines: z
      .array(
        z.object({
          name: z.string().max(100).default(''),
          category: z.string().max(100).nullable(),
          quantity: z.number().int().min(0),
          amountFen: z.number().int().min(0),
        }),
      )
      .min(1)
      .max(200),
  }),
) {}

export class TryResultDto extends createZodDto(
  z.object({
    points,
    trace: z.array(
      z.object({
        ruleName: z.string(),
        applied: z.boolean(),
        reason: z.string().nullable().describe('why it did not apply'),
        arithmetic: z.string().nullable(),
        points,
        lines: z.array(z.string()),
      }),
    ),
    why: z.array(z.string()),
  }),
) {}
