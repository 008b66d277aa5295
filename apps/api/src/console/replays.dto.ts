import { TRIGGERS } from '@fanloop/loyalty';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { ruleDraft } from './rules.dto';

const id = z.string().regex(/^\d{1,19}$/);
const count = z.number().int();
const time = z.iso.datetime();
const day = z.iso.date();

const draft = z.object(ruleDraft);

const replayStart = z.object({
  from: day.describe('first business day'),
  to: day.describe('last business day, included'),
  storeIds: z.array(id).min(1).max(2000).nullish().describe('null: all stores'),
  ruleId: id.optional().describe('the rule that `draft` stands for; without a draft its newest version is replayed'),
  draft: draft.optional().describe('a draft in place of the rule, or as a new rule'),
  drafts: z
    .array(z.object({ ruleId: id.nullish(), draft: draft.nullish().describe('null: the set without this rule') }))
    .max(50)
    .optional()
    .describe('several changes at once; none at all compares the active rules with the ledger'),
});
export class ReplayStartDto extends createZodDto(replayStart) {}
export class ReplayStartedDto extends createZodDto(z.object({ replayId: id })) {}

const view = {
  replayId: id,
  state: z.enum(['waiting', 'running', 'done', 'cancelled', 'failed']),
  from: day,
  to: day,
  storeIds: z.array(id).nullable(),
  changes: z.array(
    z.object({
      ruleId: id.nullable(),
      name: z.string(),
      removed: z.boolean().describe('replayed without it'),
      trigger: z.enum(TRIGGERS).nullable(),
      alwaysValid: z.boolean().describe('its validity lies outside of the period and was not asked for'),
    }),
  ),
  progressPercent: count.min(0).max(100),
  events: count.describe('replayed so far'),
  failure: z.string().nullable(),
  createdBy: z.string(),
  createdAt: time,
  startedAt: time.nullable(),
  finishedAt: time.nullable(),
};

const totals = z.object({
  points: count.describe('given less taken back'),
  given: count,
  takenBack: count,
  tierPoints: count,
  costFen: count,
});
const ruleTotals = z.object({ points: count, times: count, costFen: count }).nullable();

export const replayReport = z.object({
  events: z.object({
    purchases: count,
    others: count,
    refunds: count,
    older: count.describe('judged before decisions kept their facts: counted as they were'),
    otherVersions: count.describe('judged by other versions than the active ones'),
  }),
  members: z.object({ touched: count, more: count, fewer: count }),
  differences: z
    .object({
      count,
      first: z.array(z.object({ reference: z.string(), memberId: id, problem: z.string() })),
    })
    .describe('where the active rules say something else than the ledger'),
  totals: z.object({ ledger: totals, active: totals, draft: totals.nullable() }),
  days: z.array(z.object({ day, ledger: count, active: count, draft: count.nullable() })),
  rules: z.array(
    z.object({ ruleId: z.string(), name: z.string(), ledger: ruleTotals, active: ruleTotals, draft: ruleTotals }),
  ),
  changes: z
    .array(z.object({ from: count, until: count, members: count }))
    .describe('members by how many points they would have more or fewer'),
  tierMoves: z.array(z.object({ from: z.string().nullable(), to: z.string().nullable(), members: count })),
  budgets: z.array(
    z.object({
      set: z.enum(['active', 'draft']),
      ruleId: z.string(),
      name: z.string(),
      atStart: count.nullable(),
      endedOn: day.nullable(),
      storesEnded: count,
      firstStoreEndedOn: day.nullable(),
      days: z.array(z.object({ day, left: count })),
    }),
  ),
  top: z
    .array(
      z.object({
        reference: z.string(),
        purchaseNo: z.string().nullable(),
        memberId: id,
        at: time,
        ledger: count,
        active: count,
        draft: count.nullable(),
        why: z.array(z.string()),
      }),
    )
    .describe('the twenty events that differ most'),
});

export class ReplayListDto extends createZodDto(z.object({ items: z.array(z.object(view)) })) {}
export class ReplayDto extends createZodDto(z.object({ ...view, report: replayReport.nullable() })) {}
export class ReplayStateDto extends createZodDto(z.object({ state: z.enum(['cancelled']) })) {}
