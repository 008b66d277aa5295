import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const isoTime = z.iso.datetime().describe('UTC');
const score = z.number().int().min(1).max(5);

const tag = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['manual', 'rule', 'scored']),
  members: z.number().int().describe('members who have it now'),
  description: z.string(),
});
export class TagListDto extends createZodDto(z.object({ items: z.array(tag) })) {}

export class TagInputDto extends createZodDto(
  z.object({
    code: z
      .string()
      .regex(/^[a-z][a-z0-9-]{1,40}$/)
      .describe('lower-case letters, digits and hyphens'),
    name: z.string().trim().min(1).max(24),
    description: z.string().trim().max(200).default(''),
  }),
) {}

const run = z.object({
  runId: z.string(),
  state: z.enum(['requested', 'running', 'done', 'failed']),
  asOf: z.iso.date(),
  requestedAt: isoTime,
  startedAt: isoTime.nullable(),
  finishedAt: isoTime.nullable(),
  members: z.number().int(),
  progressPercent: z.number().int().min(0).max(100),
  changed: z.number().int().describe('fan tiers and tags that changed'),
  error: z.string().nullable(),
});
export class RunDto extends createZodDto(run) {}
export class RunStartedDto extends createZodDto(z.object({ runId: z.string() })) {}

const boundaries = z.array(z.number()).length(4).describe('a value above a boundary scores one more');
export class RfmDto extends createZodDto(
  z.object({
    asOf: z.iso.date().nullable(),
    windowDays: z.number().int().nullable(),
    basis: z.literal('net').describe('paid minus refunded'),
    boundaries: z.object({ recencyDays: boundaries, frequency: boundaries, netFen: boundaries }).nullable(),
    grid: z.array(z.object({ r: score, f: score, m: score, members: z.number().int(), netFen: z.number().int() })),
    fanTiers: z.array(z.object({ code: z.string(), name: z.string(), members: z.number().int() })),
    lastRun: run.nullable(),
  }),
) {}
