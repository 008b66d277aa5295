import { isMemberNumber } from '@fanloop/members';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const MOST_PROPERTIES = 20;
const MOST_FEN = 1_000_000_000;

const scalar = z.union([z.string().max(200), z.number(), z.boolean(), z.null()]);

const fields = {
  eventId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{8,64}$/)
    .describe('names the event once per key: sending it again answers what it gave the first time'),
  name: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_.-]{0,39}$/)
    .describe('as rules with the trigger custom call it'),
  memberNo: z.string().refine(isMemberNumber, 'not a member number').optional(),
  identity: z
    .strictObject({
      kind: z.string().regex(/^[a-z][a-z0-9-]{0,23}$/, 'not a kind of identity'),
      value: z.string().min(1).max(128),
    })
    .refine(({ kind }) => !['phone', 'miniapp-openid', 'unionid'].includes(kind), 'not an identity of another system')
    .optional()
    .describe('an identity that an import brought, instead of memberNo'),
  at: z.iso.datetime({ offset: true }).optional().describe('when it happened; default: now'),
  amountFen: z.number().int().min(0).max(MOST_FEN).optional(),
  properties: z
    .record(z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/), scalar)
    .default({})
    .refine((given) => Object.keys(given).length <= MOST_PROPERTIES, `at most ${MOST_PROPERTIES} properties`)
    .refine((given) => !('amountFen' in given), 'amountFen is a field of its own')
    .describe('flat; a rule asks for them as event.<name>'),
};

/** Something that happened to a member elsewhere. */
export class OpenEventDto extends createZodDto(
  z
    .strictObject(fields)
    .refine(({ memberNo, identity }) => (memberNo === undefined) !== (identity === undefined), {
      message: 'either memberNo or identity',
      path: ['memberNo'],
    })
    .refine(({ at }) => at === undefined || new Date(at).getTime() >= Date.UTC(2000, 0, 1), {
      message: 'before the year 2000',
      path: ['at'],
    }),
) {}

const points = z.number().int().min(0);

export class OpenEventAnswerDto extends createZodDto(
  z.object({
    reference: z.string().describe('how the journal names it'),
    points: points.describe('given by rules; of them `pending` wait to become usable'),
    pending: points,
    why: z.array(z.string()),
    rewards: z.array(
      z.object({ kind: z.enum(['coupon', 'tag', 'message']), ruleName: z.string(), count: z.number().int() }),
    ),
  }),
) {}
