import { z } from 'zod';

const points = z.number().int();

/** A fact with the value that was seen. */
export const seenFact = z.object({ label: z.string(), value: z.string() });

/** One rule's part in a decision: what it compared, what it gave, or why not. */
export const explainedRule = z.object({
  ruleId: z.string(),
  version: z.number().int(),
  name: z.string(),
  kind: z.string().nullable().describe('of its effect'),
  applied: z.boolean(),
  points,
  reason: z.string().nullable().describe('why it gave nothing'),
  arithmetic: z.string().nullable(),
  checks: z
    .array(
      z.object({
        text: z.string().describe('the threshold'),
        actual: z.string().describe('what was seen; empty where more than one fact is compared'),
        holds: z.boolean(),
      }),
    )
    .describe('what its condition compares'),
  lines: z.array(z.string()),
});

export const hint = z.object({ missingFen: points, morePoints: points, text: z.string() });
