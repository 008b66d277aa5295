import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

export class ImportUploadDto extends createZodDto(
  z.object({
    fileName: z.string().trim().min(1).max(190),
    content: z.string().min(1).describe('the CSV text; its first line names the columns'),
    encoding: z.literal('utf8').default('utf8'),
  }),
) {}

const field = z.object({ name: z.string(), label: z.string(), required: z.boolean() });

export class ImportCreatedDto extends createZodDto(
  z.object({
    importId: z.string(),
    columns: z.array(z.object({ name: z.string(), sample: z.array(z.string()) })),
    rows: z.number().int(),
    fields: z.array(field).describe('what a column may mean: the names of the mapping'),
  }),
) {}

export class ImportMappingDto extends createZodDto(
  z.object({
    mapping: z.record(z.string(), z.string()).describe('field name → column name'),
    storeId: z
      .string()
      .regex(/^\d{1,19}$/)
      .nullish(),
    source: z.string().trim().min(1).max(32).describe('name space of the purchase keys'),
    dateFormat: z.string().trim().min(1).max(40).default('iso').describe('iso, or for example yyyy/M/d H:mm'),
    memberKind: z.string().trim().min(1).max(32).default('phone').describe('what the member column holds'),
  }),
) {}

export class ImportIdDto extends createZodDto(z.object({ importId: z.string() })) {}
export class ImportStateDto extends createZodDto(z.object({ state: z.enum(['running', 'cancelled']) })) {}

const error = z.object({ row: z.number().int(), code: z.string(), message: z.string() });
const counts = {
  rows: z.number().int(),
  written: z.number().int().describe('rows'),
  skipped: z.number().int().describe('rows'),
  duplicates: z.number().int().describe('rows'),
  points: z.number().int(),
  errors: z.array(error).describe('the first hundred'),
};

export class ImportReportDto extends createZodDto(z.object(counts)) {}

const importView = z.object({
  importId: z.string(),
  fileName: z.string(),
  state: z.enum(['uploaded', 'mapped', 'running', 'done', 'cancelled', 'failed']),
  progressPercent: z.number().int().min(0).max(100),
  failure: z.string().nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  ...counts,
});
export class ImportDto extends createZodDto(importView) {}
export class ImportListDto extends createZodDto(z.object({ items: z.array(importView) })) {}
