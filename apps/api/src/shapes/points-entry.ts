import { ENTRY_KINDS, type EntryView } from '@fanloop/loyalty';
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

export const entryWire = (entry: EntryView, storeName: string | null): z.infer<typeof pointsEntry> => {
  const { entryId, kind, points, pending, balanceAfter, at, title, why, purchaseNo } = entry;
  return {
    entryId,
    kind,
    points,
    pending,
    balanceAfter,
    at: at.toISOString(),
    title,
    why: [...why],
    purchaseNo,
    storeName,
  };
};
