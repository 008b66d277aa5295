import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { explainedRule, hint, seenFact } from '../shapes/explained-rule';
import { ruleDraft } from './rules.dto';

const id = z.string().regex(/^\d{1,20}$/);
const points = z.number().int();

export class TryRulesDto extends createZodDto(
  z.object({
    memberId: id.optional().describe('judged with his caps, history and tags; absent: anybody'),
    tierCode: z.string().max(32).optional().describe('in place of the tier of the member'),
    storeId: id.optional(),
    at: z.iso.datetime().optional().describe('now when left out'),
    channel: z.string().max(32).optional(),
    firstPurchase: z.boolean().optional().describe('absent: as the member has bought before'),
    draft: z.object(ruleDraft).optional().describe('a draft to try among the active rules'),
    ruleId: id.optional().describe('the rule that the draft stands for'),
    lines: z
      .array(
        z.object({
          sku: z.string().max(64).nullable().default(null),
          category: z.string().max(190).nullable().default(null),
          quantity: z.number().int().min(0).max(100_000),
          amountFen: z.number().int().min(0).max(10_000_000_000),
        }),
      )
      .min(1)
      .max(200),
  }),
) {}

export class TryResultDto extends createZodDto(
  z.object({
    points,
    tierPoints: points,
    seen: z.array(seenFact),
    rules: z.array(explainedRule),
    why: z.array(z.string()),
    hint: hint.nullable(),
  }),
) {}
