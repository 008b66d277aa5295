import { TRIGGERS } from '@fanloop/loyalty';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const id = z.string().regex(/^\d{1,20}$/);
const points = z.number().int();
const amount = z.number().int().min(0);
const time = z.iso.datetime();

const effect = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('points-per-amount'),
    points,
    perFen: amount.describe('points for every so many fen'),
    wholeSteps: z.boolean().describe('only full steps count'),
    rounding: z.enum(['down', 'nearest', 'up']),
  }),
  z.object({ kind: z.literal('multiplier'), percent: points.describe('150 = ×1.5') }),
  z.object({
    kind: z.literal('tier-multiplier'),
    perTier: z.record(z.string(), points).describe('percent by tier code'),
  }),
  z.object({ kind: z.literal('points-per-line'), points, per: z.enum(['line', 'piece']) }),
  z.object({ kind: z.literal('fixed-points'), points }),
  z.object({ kind: z.literal('tier-points'), points, perFen: amount.nullable() }),
  z.object({ kind: z.literal('coupon'), templateId: id, count: points }),
  z.object({ kind: z.literal('tag'), tagCode: z.string().trim().min(1).max(64) }),
  z.object({
    kind: z.literal('message'),
    title: z.string().trim().min(1).max(40),
    text: z.string().trim().min(1).max(300),
  }),
]);

export const ruleDraft = {
  name: z.string().trim().min(1).max(40),
  trigger: z.enum(TRIGGERS),
  customEvent: z.string().max(40).nullable().describe('with trigger custom: the name of the event'),
  schedule: z
    .object({ rrule: z.string().max(200), hour: z.number().int().min(0).max(23) })
    .nullable()
    .describe('with trigger schedule: an RFC 5545 rule of days'),
  condition: z.record(z.string(), z.unknown()).nullable().describe('a JsonLogic tree over the facts'),
  lines: z
    .object({
      categories: z.array(z.string().max(190)).max(200),
      skus: z.array(z.string().max(64)).max(500),
      except: z.boolean(),
    })
    .nullable()
    .describe('the lines that the rule looks at; null: all'),
  effect,
  lot: z
    .object({
      activateAfterDays: z.number().int().min(0).max(3660).nullable(),
      activateOn: z.string().max(64).nullable(),
      expireAfterDays: z.number().int().min(1).max(36_600).nullable(),
    })
    .nullable()
    .describe('when its points become usable and how long they live; null: as the programme says'),
  stacking: z.object({ group: z.string().trim().min(1).max(40), mode: z.enum(['all', 'best', 'first']) }).nullable(),
  exclusive: z.boolean(),
  priority: z.number().int().min(-1000).max(1000),
  caps: z.object({
    perPurchase: amount.nullable(),
    perDay: amount.nullable(),
    perWeek: amount.nullable(),
    perMonth: amount.nullable(),
    perValidity: amount.nullable(),
  }),
  budget: z
    .object({ unit: z.enum(['points', 'fen']), total: amount.nullable(), perStore: amount.nullable() })
    .nullable(),
  validFrom: time.nullable(),
  validUntil: time.nullable().describe('half-open'),
  stores: z.array(id).min(1).max(2000).nullable().describe('null: all'),
  channels: z.array(z.string().max(32)).min(1).max(10).nullable().describe('null: all'),
};
export class RuleDraftDto extends createZodDto(z.object(ruleDraft)) {}

/** The draft may be unfinished where a name is missing: its sentence is told all the same. */
export class RuleSentenceInputDto extends createZodDto(z.object({ ...ruleDraft, name: z.string().max(40) })) {}
export class RuleSentenceDto extends createZodDto(
  z.object({
    sentence: z.string(),
    problem: z.string().nullable().describe('what keeps the draft from being saved'),
  }),
) {}

const version = z.number().int().min(1);
const note = z.string().trim().max(200).nullable().default(null);

export class RuleRevisionDto extends createZodDto(
  z.object({ ...ruleDraft, baseVersion: version.describe('the version that was edited') }),
) {}
export class RuleVersionDto extends createZodDto(z.object({ version: version.describe('the version looked at') })) {}
export class RuleSubmissionDto extends createZodDto(z.object({ version, note })) {}
export class RuleDecisionDto extends createZodDto(
  z.object({ version, decision: z.enum(['approve', 'reject']), note: note.describe('needed to reject') }),
) {}
export class RuleDiffQueryDto extends createZodDto(
  z.object({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) }),
) {}
