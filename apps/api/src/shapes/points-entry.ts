import { z } from 'zod';

const points = z.number().int();

/** One movement of points, as members and managers see it. */
export const pointsEntry = z.object({
  entryId: z.string(),
  kind: z.enum(['earn', 'activate', 'spend', 'return', 'expire', 'clawback', 'adjust']),
  points: points.describe('signed'),
  balanceAfter: points.describe('available − debt'),
  at: z.iso.datetime(),
  title: z.string(),
  why: z.array(z.string()),
  purchaseNo: z.string().nullable(),
  storeName: z.string().nullable(),
});
