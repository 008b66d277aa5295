import { ITEM_KINDS, REWARD_STATES } from '@fanloop/rewards';
import { z } from 'zod';

export const itemKind = z.enum(ITEM_KINDS);
export const rewardState = z.enum(REWARD_STATES);

/** A refusal that is told before it happens: its code and its sentence. */
export const why = z.object({ code: z.string(), text: z.string() }).nullable();
