import { PLAN_STATUSES, type PlanInput } from '@fanloop/memberships';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { duration, usedCoupons } from '../shapes/membership';
import { pageQuery, rowId } from '../shapes/page';

const time = z.iso.datetime();
const count = z.number().int();
const fen = count.min(0).max(10_000_000);

const fields = z.object({
  name: z.string().trim().min(1).max(20),
  summary: z.string().trim().max(60).default(''),
  terms: z.string().trim().max(5000).default(''),
  priceFen: count.min(1).max(10_000_000),
  duration,
  tierCode: z
    .string()
    .regex(/^[\x21-\x7e]{1,32}$/)
    .describe('the tier that the card gives'),
  coupons: z
    .array(
      z.object({
        templateId: rowId,
        count: count.min(1).max(20),
        worthFen: fen.default(0).describe('what one that was used is deducted with'),
      }),
    )
    .max(10)
    .default([]),
  usedCoupons: usedCoupons.default('deduct'),
  reminderDays: z.array(count.min(0).max(60)).max(5).default([7, 1]),
  saleFrom: time.nullable().default(null),
  saleUntil: time.nullable().default(null).describe('the first instant at which it is over'),
  stockTotal: count.min(0).max(10_000_000).nullable().default(null).describe('null: without a limit'),
  position: count.min(0).max(1_000_000).default(0),
});

export class MembershipPlanInputDto extends createZodDto(fields) {}
export class MembershipPlanStatusDto extends createZodDto(
  z.object({ status: z.enum(['active', 'paused', 'ended']) }),
) {}
export class MembershipPlansPageDto extends createZodDto(
  pageQuery.extend({ status: z.enum(PLAN_STATUSES).optional() }),
) {}

const plan = z.object({
  id: z.string(),
  version: count,
  status: z.enum(PLAN_STATUSES),
  name: z.string(),
  summary: z.string(),
  terms: z.string(),
  priceFen: count,
  duration,
  tierCode: z.string(),
  tierName: z.string(),
  coupons: z.array(z.object({ templateId: z.string(), name: z.string(), count, worthFen: count })),
  usedCoupons,
  reminderDays: z.array(count),
  saleFrom: time.nullable(),
  saleUntil: time.nullable(),
  stockTotal: count.nullable(),
  stockLeft: count.nullable(),
  sold: count.describe('ordered and not given back'),
  position: count,
  bought: count.describe('cards that were paid, ever'),
  running: count.describe('cards that run or are to begin'),
  renewals: count,
  refunded: count,
  paidFen: count,
  refundedFen: count,
});
export class MembershipPlanDto extends createZodDto(plan) {}
export class MembershipPlansDto extends createZodDto(z.object({ items: z.array(plan), total: count })) {}

export const planInputOf = (input: MembershipPlanInputDto): PlanInput => ({
  name: input.name,
  summary: input.summary,
  terms: input.terms,
  priceFen: input.priceFen,
  duration: input.duration,
  tierCode: input.tierCode,
  coupons: input.coupons,
  usedCoupons: input.usedCoupons,
  reminderDays: input.reminderDays,
  saleFrom: input.saleFrom === null ? null : new Date(input.saleFrom),
  saleUntil: input.saleUntil === null ? null : new Date(input.saleUntil),
  stockTotal: input.stockTotal,
  position: input.position,
});
