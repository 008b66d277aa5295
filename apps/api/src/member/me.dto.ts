import { GENDERS, isMemberNumber, NICKNAME_MAX_LENGTH } from '@fanloop/members';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { tokens } from '../auth';
import { consentChoice, consentPurpose, memberMe } from '../shapes/member-me';

export class MemberMeDto extends createZodDto(memberMe) {}

export class ConsentTextsDto extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        purpose: consentPurpose,
        version: z.number().int(),
        title: z.string(),
        text: z.string(),
        required: z.boolean(),
      }),
    ),
  }),
) {}

export class EnrolDto extends createZodDto(
  z.object({
    phoneCode: z.string().min(1).max(256).describe('from the getPhoneNumber button'),
    consents: z.array(consentChoice).max(10),
    inviterNo: z.string().refine(isMemberNumber, 'not a member number').nullish(),
  }),
) {}
export class EnrolledDto extends createZodDto(z.object({ member: memberMe, tokens })) {}

export class ChangeProfileDto extends createZodDto(
  z
    .object({
      nickname: z
        .string()
        .trim()
        .min(1)
        .max(NICKNAME_MAX_LENGTH * 2),
      avatarUrl: z.url({ protocol: /^https?$/ }).max(500),
      birthday: z.iso.date().describe('can be set once'),
      gender: z.enum(GENDERS),
    })
    .partial(),
) {}

export class ConsentChoiceDto extends createZodDto(consentChoice) {}

export class CloseAccountDto extends createZodDto(z.object({ confirm: z.literal(true) })) {}
export class ClosureReceiptDto extends createZodDto(z.object({ receiptNo: z.string(), closedAt: z.iso.datetime() })) {}

const timedCode = { code: z.string().regex(/^\d{18}$/), validUntil: z.iso.datetime() };
export class MemberCodeDto extends createZodDto(
  z.object({
    ...timedCode,
    stepSeconds: z.number().int(),
    serverTime: z.iso.datetime(),
    upcoming: z.array(z.object(timedCode)).describe('the next steps, for a phone without a network'),
  }),
) {}

export class PersonalDataDto extends createZodDto(
  z.looseObject({ format: z.string(), exportedAt: z.iso.datetime(), members: z.unknown() }),
) {}
