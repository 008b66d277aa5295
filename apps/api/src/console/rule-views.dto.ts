import { TRIGGERS } from '@fanloop/loyalty';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { ruleDraft } from './rules.dto';

const count = z.number().int();
const time = z.iso.datetime();
const state = z.enum(['draft', 'in-review', 'approved', 'rejected', 'superseded']);

const change = z.object({ field: z.string(), before: z.string(), after: z.string() });

const version = z.object({
  version: count,
  state,
  draft: z.object(ruleDraft),
  sentence: z.string().describe('the version in Chinese'),
  at: time,
  by: z.string(),
  submittedBy: z.string().nullable(),
  submittedAt: time.nullable(),
  submittedNote: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: time.nullable(),
  decidedNote: z.string().nullable(),
  isOwn: z.boolean().describe('written by the caller, who may therefore not approve it'),
  changes: z.array(change),
});

const rule = {
  ruleId: z.string(),
  status: z.enum(['draft', 'active', 'paused', 'retired']),
  version: count.describe('the newest'),
  state: state.describe('of the newest version'),
  activeVersion: count.nullable().describe('the one that judges; null: none was ever approved'),
  draft: z.object(ruleDraft).describe('what judges; of a rule never approved, its newest version'),
  sentence: z.string().describe('the rule in Chinese'),
  pending: version.nullable().describe('the newest version while another judges, with what it changes'),
  usage: z.object({
    points: count.describe('given in the last 30 days'),
    times: count.describe('decisions in which it applied'),
    budget: z.object({ unit: z.enum(['points', 'fen']), used: count, total: count }).nullable(),
  }),
  updatedAt: time,
  updatedBy: z.string(),
};

export class RuleViewDto extends createZodDto(z.object(rule)) {}
export class RuleListDto extends createZodDto(z.object({ items: z.array(z.object(rule)) })) {}
export class RuleDetailDto extends createZodDto(
  z.object({
    ...rule,
    canDecideAlone: z.boolean().describe('an owner whom nobody else could approve'),
    versions: z.array(version).describe('the newest first, each with what it changed'),
  }),
) {}
export class RuleDiffDto extends createZodDto(z.object({ changes: z.array(change) })) {}

const choice = z.object({ value: z.string(), label: z.string() });
const fact = z.object({
  name: z.string().describe('in a condition: {"var": name}'),
  label: z.string(),
  type: z.enum(['number', 'money', 'text', 'yes-no', 'list', 'day', 'month-day']).describe('money in fen'),
  unit: z.string().nullable(),
  range: z.array(count.nullable()).nullable().describe('from … to …'),
  choices: z.array(choice).nullable(),
  from: z.enum(['stores', 'tiers', 'tags', 'categories']).nullable().describe('which of the choices below'),
  triggers: z.array(z.enum(TRIGGERS)).nullable().describe('events that know it; null: all'),
});

export class RuleFactsDto extends createZodDto(
  z.object({
    facts: z.array(fact),
    triggers: z.array(z.object({ value: z.enum(TRIGGERS), label: z.string() })),
    choices: z.object({
      stores: z.array(choice),
      tiers: z.array(choice),
      tags: z.array(choice),
      categories: z.array(choice),
      coupons: z.array(choice),
    }),
  }),
) {}
