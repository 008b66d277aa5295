import type { TemplateDraft } from '@fanloop/coupons';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageQuery, rowId } from '../shapes/page';

const count = z.number().int();
const fen = z.number().int().min(0).max(100_000_00);
const time = z.iso.datetime();

const validity = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), from: time, until: time }),
  z.object({ kind: z.literal('days'), days: z.number().int().min(1).max(3650) }),
]);

const fields = z.object({
  name: z.string().trim().min(1).max(40),
  kind: z.literal('cash').default('cash'),
  amountFen: fen.min(1),
  thresholdFen: fen,
  stockTotal: z.number().int().min(0).max(10_000_000),
  perMemberLimit: z.number().int().min(1).max(1000),
  validity,
  stores: z.array(rowId).max(500).nullable().default(null),
  categories: z.array(z.string().trim().min(1).max(40)).max(50).nullable().default(null),
  claimFrom: time.nullable().default(null),
  claimUntil: time.nullable().default(null),
  returnGraceDays: z
    .number()
    .int()
    .min(0)
    .max(365)
    .default(3)
    .describe('a coupon that comes back by a refund stays usable for at least so many days, once'),
});

export class TemplateInputDto extends createZodDto(fields) {}
export class NewTemplateDto extends createZodDto(
  fields.extend({ status: z.enum(['active', 'paused']).default('active') }),
) {}
export class TemplateStatusDto extends createZodDto(z.object({ status: z.enum(['active', 'paused', 'ended']) })) {}
export class TemplatesPageDto extends createZodDto(pageQuery) {}

const template = z.object({
  templateId: z.string(),
  name: z.string(),
  kind: z.literal('cash'),
  amountFen: count,
  thresholdFen: count,
  stockTotal: count,
  stockLeft: count,
  perMemberLimit: count,
  validity,
  stores: z.array(z.string()).nullable(),
  categories: z.array(z.string()).nullable(),
  claimFrom: time.nullable(),
  claimUntil: time.nullable(),
  returnGraceDays: count,
  status: z.enum(['active', 'paused', 'ended']),
  sentence: z.string(),
});
export class TemplateDto extends createZodDto(template) {}
export class TemplatesDto extends createZodDto(z.object({ items: z.array(template), total: count })) {}

export class TemplateStatisticsDto extends createZodDto(
  z.object({
    claimed: count,
    redeemed: count,
    expired: count,
    useRatePercent: z.number(),
    salesFen: count,
    costFen: count,
  }),
) {}

export const draftOf = (input: TemplateInputDto): TemplateDraft => ({
  stockTotal: input.stockTotal,
  perMemberLimit: input.perMemberLimit,
  claimFrom: input.claimFrom === null ? null : new Date(input.claimFrom),
  claimUntil: input.claimUntil === null ? null : new Date(input.claimUntil),
  terms: {
    kind: input.kind,
    name: input.name,
    amountFen: input.amountFen,
    thresholdFen: input.thresholdFen,
    scope: { stores: input.stores, categories: input.categories },
    validity: input.validity,
    returnGraceDays: input.returnGraceDays,
  },
});
