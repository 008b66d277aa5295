import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { rowId } from '../shapes/page';

const count = z.number().int();
const time = z.iso.datetime();

const form = z.object({
  pattern: z.string().trim().min(1).max(40).describe('# is a random sign: FL-#####-#####'),
  charset: z.enum(['readable', 'letters', 'digits', 'alphanumeric']).default('readable'),
  checked: z.boolean().default(true).describe('the last # is a check sign (Luhn mod N)'),
});
const codes = count.min(1).max(1_000_000);
const about = {
  name: z.string().trim().min(1).max(60),
  usableUntil: time.nullable().default(null).describe('codes can be used before this instant'),
};

export class CodeFormDto extends createZodDto(form.extend({ count: codes })) {}
export class CodeExamplesDto extends createZodDto(
  z.object({
    examples: z.array(z.string()),
    alphabet: z.string(),
    isStrong: z.boolean(),
    signs: count.describe('how many # the pattern has'),
    leastSigns: count.describe('how many it needs for so many codes'),
    sentence: z.string(),
  }),
) {}

export class OrderCodesDto extends createZodDto(form.extend({ ...about, count: codes })) {}

const file = z.object({
  content: z.string().max(16 * 1024 * 1024),
  hasHeader: z.boolean().default(true),
  column: count.min(0).max(200).default(0).describe('counts from 0'),
  caseSensitive: z.boolean().default(false),
});
export class CodeFileDto extends createZodDto(file) {}
export class ImportCodesDto extends createZodDto(
  file.extend({ ...about, onFault: z.enum(['skip', 'refuse']).default('skip') }),
) {}

const fault = z.object({
  line: count,
  text: z.string(),
  fault: z.enum(['empty', 'not-a-code', 'twice', 'known']),
  firstLine: count.nullable().describe('where the same code stands first'),
});
export class LookedThroughDto extends createZodDto(
  z.object({
    columns: z.array(z.object({ name: z.string(), sample: z.array(z.string()) })),
    codes: count,
    faulty: count,
    faults: z.array(fault).describe('the first hundred'),
  }),
) {}

const batch = z.object({
  batchId: z.string(),
  templateId: z.string(),
  name: z.string(),
  form: z
    .object({ pattern: z.string(), charset: form.shape.charset.unwrap(), checked: z.boolean() })
    .nullable()
    .describe('null: imported'),
  caseSensitive: z.boolean(),
  state: z.enum(['waiting', 'running', 'ready', 'over', 'ended', 'cancelled', 'failed']),
  wanted: count,
  made: count,
  used: count,
  unused: count,
  void: count.describe('unused codes of a batch that is over'),
  skipped: count.describe('lines of the file that were not taken'),
  usableUntil: time.nullable(),
  failure: z.string().nullable(),
  createdBy: z.string(),
  createdAt: time,
  startedAt: time.nullable(),
  finishedAt: time.nullable(),
});
export class CodeBatchesDto extends createZodDto(z.object({ items: z.array(batch) })) {}
export class CodeBatchDto extends createZodDto(batch.extend({ report: z.array(fault) })) {}
export class CodeBatchIdDto extends createZodDto(z.object({ batchId: rowId })) {}
export class CodeBatchStateDto extends createZodDto(z.object({ state: z.enum(['cancelled', 'ended']) })) {}

export class CodeLookupQueryDto extends createZodDto(z.object({ code: z.string().min(1).max(80) })) {}
export class LookedUpCodeDto extends createZodDto(
  z.object({
    batchId: z.string(),
    templateId: z.string(),
    isUsed: z.boolean(),
    memberId: z.string().nullable().describe('who used it'),
    couponId: z.string().nullable(),
    usedAt: time.nullable(),
  }),
) {}
