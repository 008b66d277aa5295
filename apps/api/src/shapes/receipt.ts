import { z } from 'zod';

const fen = z.number().int();
const isoTime = z.iso.datetime();

/** A purchase as it stands on paper. */
export const receipt = z.object({
  purchaseNo: z.string(),
  at: isoTime,
  storeName: z.string(),
  clerkName: z.string(),
  grossFen: fen,
  discountFen: fen,
  paidFen: fen,
  points: z.number().int(),
  balanceAfter: z.number().int(),
  why: z.array(z.string()),
  lines: z.array(z.object({ name: z.string(), quantity: z.number().int(), amountFen: fen })),
  couponName: z.string().nullable(),
  refunded: z.boolean(),
});
