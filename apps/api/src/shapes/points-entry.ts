import { ENTRY_KINDS } from '@fanloop/loyalty';
import { z } from 'zod';

const points = z.number().int();

/** One movement of points, as members and managers see it. */
export const pointsEntry = z.object({
  entryId: z.string(),
  kind: z.enum(ENTRY_KINDS),
  points: points.describe('signed'),
  pending: points.describe('how points that wait to become usable moved'),
  balanceAfter: points.describe('available − debt'),
  at: z.iso.datetime(),
  title: z.string(),
  why: z.array(z.string()),
  purchaseNo: z.string().nullable(),
  storeName: z.string().nullable(),
});
