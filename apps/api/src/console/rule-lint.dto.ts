import { WARNING_CODES } from '@fanloop/loyalty';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { ruleDraft } from './rules.dto';

const id = z.string().regex(/^\d{1,20}$/);
const whole = z.number().int();

export class LintRulesDto extends createZodDto(
  z.object({
    // A draft on its way need not have a name yet.
    draft: z
      .object({ ...ruleDraft, name: z.string().max(40) })
      .optional()
      .describe('a draft to look at among the active rules; absent: the newest version of the rule'),
    ruleId: id.optional().describe('the rule that the draft stands for; absent without a draft: all active rules'),
  }),
) {}

const warning = z.object({
  code: z.enum(WARNING_CODES),
  severity: z.enum(['error', 'warning', 'info']),
  ruleId: z.string().describe('the rule that is warned of; 0: the draft that is not saved'),
  otherRuleId: z.string().nullable().describe('the rule that it collides with'),
  involved: z.array(z.string()).describe('all rules that take part, where there may be more than two'),
  path: z.string().nullable().describe('the field to look at: condition, caps.perDay, …'),
  message: z.string(),
});

export class LintResultDto extends createZodDto(
  z.object({
    problem: z.string().nullable().describe('what keeps the draft from being saved; then nothing else is looked for'),
    warnings: z.array(warning).describe('the worst first'),
    worst: z
      .object({
        fen: whole.describe('cost of points per ¥100 paid, rounded up'),
        points: whole,
        amountFen: whole.describe('the purchase that was looked at: ¥100, or more where a rule asks for more'),
        tierName: z.string().nullable(),
        shares: z.array(z.object({ ruleId: z.string(), name: z.string(), points: whole })),
      })
      .describe('the dearest purchase under all rules that can hold together'),
    ownCostFen: whole.nullable().describe('what this rule adds to it, per ¥100'),
  }),
) {}
