import { z } from 'zod';

/** Query of every table of the console. */
export const pageQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
});

export const rowId = z
  .string()
  .regex(/^\d{1,19}$/)
  .describe('a decimal id');
