import { CONSENT_PURPOSES, GENDERS } from '@fanloop/members';
import { z } from 'zod';

export const consentPurpose = z.enum(CONSENT_PURPOSES);
export const consentChoice = z.object({
  purpose: consentPurpose,
  version: z.number().int().positive(),
  granted: z.boolean(),
});

/** A member as he sees himself. */
export const memberMe = z.object({
  memberNo: z.string(),
  nickname: z.string(),
  avatarUrl: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  birthday: z.iso.date().nullable(),
  gender: z.enum(GENDERS),
  joinedAt: z.iso.datetime(),
  status: z.enum(['active', 'frozen', 'closed']),
  consents: z.array(consentChoice.extend({ at: z.iso.datetime() })),
});
