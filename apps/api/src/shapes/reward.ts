import { CANCEL_CAUSES, ITEM_KINDS, REWARD_STATES } from '@fanloop/rewards';
import { z } from 'zod';

export const itemKind = z.enum(ITEM_KINDS);
export const rewardState = z.enum(REWARD_STATES);
export const cancelCause = z.enum(CANCEL_CAUSES);

/** Money that goes back: `failed` where a person has to see to it. */
export const refundStanding = z
  .object({ state: z.enum(['processing', 'succeeded', 'failed']), amountFen: z.number().int() })
  .nullable();

/** A refusal that is told before it happens: its code and its sentence. */
export const why = z.object({ code: z.string(), text: z.string() }).nullable();
