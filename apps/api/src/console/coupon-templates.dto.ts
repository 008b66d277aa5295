import { type Benefit, ISSUE_CHANNELS, OPEN_TO, type TemplateDraft, type TemplateView } from '@fanloop/coupons';
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

const benefit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cash'), amountFen: fen.min(1) }),
  z.object({
    kind: z.literal('percent'),
    percent: z.number().int().min(1).max(99).describe('what is still paid: 85 = 八五折'),
    capFen: fen.min(1).nullable().default(null),
  }),
  z.object({
    kind: z.literal('steps'),
    steps: z
      .array(z.object({ thresholdFen: fen.min(1), amountFen: fen.min(1) }))
      .min(1)
      .max(10),
  }),
  z.object({
    kind: z.literal('nth-item'),
    nth: z.number().int().min(2).max(20),
    percent: z.number().int().min(0).max(99).describe('what is still paid for that piece'),
  }),
  z.object({
    kind: z.literal('buy-get'),
    buy: z.number().int().min(1).max(20),
    get: z.number().int().min(1).max(20),
  }),
  z.object({ kind: z.literal('exchange'), payFen: fen }),
  z.object({ kind: z.literal('gift'), gift: z.string().trim().min(1).max(40) }),
  z.object({ kind: z.literal('free-delivery'), capFen: fen.min(1).nullable().default(null) }),
]);

const named = z.array(z.object({ code: z.string().min(1).max(64), name: z.string().min(1).max(64) })).max(200);
const day = z.iso.date();
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

const useTimes = z.object({
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7).nullable().describe('1 Monday … 7 Sunday'),
  hours: z
    .array(z.object({ from: wallTime, until: wallTime }))
    .min(1)
    .max(6)
    .nullable(),
  holidays: z.enum(['any', 'only', 'never']).describe('statutory days off'),
  blackouts: z.array(z.object({ from: day, to: day })).max(50),
});
const ANY_TIME = { weekdays: null, hours: null, holidays: 'any' as const, blackouts: [] };

const stacking = z.object({
  class: z.string().trim().min(1).max(20),
  with: z.enum(['none', 'other-classes', 'all']).describe('which coupons it may be used with; both must agree'),
});

const giving = z.object({
  hours: z.number().int().min(1).max(720).describe('how long a friend has to take it'),
  perReceiver: z.number().int().min(1).max(1000).describe('how many a member may receive, beside the own claims'),
});

/** What a coupon promises, as it is set. */
const promise = {
  name: z.string().trim().min(1).max(40),
  benefit,
  thresholdFen: fen.default(0),
  validity,
  stores: z.array(rowId).max(500).nullable().default(null),
  categories: z.array(z.string().trim().min(1).max(40)).max(50).nullable().default(null),
  skus: named.nullable().default(null),
  channels: z.array(z.string().min(1).max(20)).max(10).nullable().default(null),
  tiers: named.nullable().default(null),
  tags: named.nullable().default(null),
  firstPurchaseOnly: z.boolean().default(false),
  useTimes: useTimes.default(ANY_TIME),
  stacking: stacking.default({ class: '优惠券', with: 'none' }),
  returnGraceDays: z
    .number()
    .int()
    .min(0)
    .max(365)
    .default(3)
    .describe('a coupon that comes back by a refund stays usable for at least so many days, once'),
  belowThreshold: z
    .enum(['keep', 'deduct'])
    .default('keep')
    .describe(
      'a refund of a part leaves less than the coupon asks for: the rest keeps its discount, or the refund pays it back',
    ),
  giving: giving.nullable().default(null).describe('may be given to a friend once; null: not'),
};

const openTo = z
  .enum(OPEN_TO)
  .describe('who may claim it in the coupon centre: everyone, the members of `audienceId`, nobody (it is only issued)');

const limit = z.number().int().min(1).nullable().default(null);
const budgets = z.object({
  claimsPerDay: limit.describe('pieces given out on a day of the brand, in whichever way'),
  usesPerStoreDay: limit.describe('pieces used in one store on one day'),
  totalFen: limit.describe('fen of discount'),
  dayFen: limit.describe('fen of discount on one day'),
  storeFen: limit.describe('fen of discount in one store'),
});
const NO_BUDGETS = { claimsPerDay: null, usesPerStoreDay: null, totalFen: null, dayFen: null, storeFen: null };

const fields = z.object({
  ...promise,
  stockTotal: z.number().int().min(0).max(10_000_000),
  perMemberLimit: z.number().int().min(1).max(1000),
  claimFrom: time.nullable().default(null),
  claimUntil: time.nullable().default(null),
  openTo: openTo.default('everyone'),
  audienceId: rowId.nullable().default(null),
  clerkPerDay: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .nullable()
    .default(null)
    .describe('how many of it one clerk may give on one day; null: clerks do not give it'),
  budgets: budgets.default(NO_BUDGETS),
});

export class TemplateInputDto extends createZodDto(fields) {}
export class NewTemplateDto extends createZodDto(
  fields.extend({ status: z.enum(['active', 'paused']).default('active') }),
) {}
export class TemplateStatusDto extends createZodDto(
  z.object({
    status: z.enum(['active', 'paused', 'ended']),
    pauseUse: z.boolean().default(false).describe('with paused: what members hold cannot be used meanwhile either'),
    voidUnused: z
      .object({ reason: z.string().trim().min(1).max(200).describe('told to the members'), seenUnused: count })
      .nullable()
      .default(null)
      .describe('with ended: what members hold and have not used is void; null: it stays usable'),
  }),
) {}

export class TemplateBudgetsDto extends createZodDto(
  z.object({
    claimedToday: count,
    totalFen: count,
    dayFen: count,
    stores: z.array(z.object({ storeId: z.string(), usedFen: count, usesToday: count })),
    unused: count.describe('coupons that members hold and could still use'),
    unusedMembers: count,
  }),
) {}
export class TemplatesPageDto extends createZodDto(pageQuery) {}

const template = z.object({
  templateId: z.string(),
  ...promise,
  headline: z.string(),
  stockTotal: count,
  stockLeft: count,
  perMemberLimit: count,
  claimFrom: time.nullable(),
  claimUntil: time.nullable(),
  openTo,
  audienceId: z.string().nullable(),
  clerkPerDay: count.nullable(),
  budgets,
  usePaused: z.boolean(),
  endReason: z.string().nullable().describe('why what was unused went with the end; null: it stayed'),
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

const brought = {
  used: count,
  salesFen: count.describe('what shoppers paid in purchases that used it, after the discount'),
  costFen: count.describe('the discounts, less what refunds of parts kept back'),
};
export class TemplateBreakdownDto extends createZodDto(
  z.object({
    channels: z.array(
      z.object({ channel: z.enum(ISSUE_CHANNELS), claimed: count, ...brought, useRatePercent: z.number() }),
    ),
    stores: z.array(z.object({ storeId: z.string(), storeName: z.string(), ...brought })),
    days: z
      .array(z.object({ day: z.iso.date(), claimed: count, ...brought }))
      .describe('the last 60 days of the brand'),
  }),
) {}

export const draftOf = (input: TemplateInputDto): TemplateDraft => {
  const { stores, categories, skus, channels, tiers, tags, firstPurchaseOnly } = input;
  return {
    stockTotal: input.stockTotal,
    perMemberLimit: input.perMemberLimit,
    openTo: input.openTo,
    clerkPerDay: input.clerkPerDay,
    audienceId: input.audienceId,
    budgets: input.budgets,
    claimFrom: input.claimFrom === null ? null : new Date(input.claimFrom),
    claimUntil: input.claimUntil === null ? null : new Date(input.claimUntil),
    terms: {
      ...input.benefit,
      name: input.name,
      thresholdFen: input.thresholdFen,
      scope: { stores, categories, skus, channels, tiers, tags, firstPurchaseOnly },
      validity: input.validity,
      useTimes: input.useTimes,
      stacking: input.stacking,
      returnGraceDays: input.returnGraceDays,
      belowThreshold: input.belowThreshold,
      giving: input.giving,
    },
  };
};

export const templateOf = ({ terms, ...view }: TemplateView) => {
  const {
    name,
    thresholdFen,
    scope,
    validity,
    useTimes,
    stacking,
    returnGraceDays,
    belowThreshold,
    giving,
    ...benefit
  } = terms;
  return plain({
    ...view,
    name,
    thresholdFen,
    ...scope,
    validity,
    useTimes,
    stacking,
    returnGraceDays,
    belowThreshold,
    giving,
    benefit: benefit as Benefit,
  });
};

/** The same value without `readonly`, which the shapes of answers do not know. */
const plain = <T>(value: T): Mutable<T> => value as Mutable<T>;
type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T;
