import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { tier, tierMoment, tierSettings, tierStanding } from '../shapes/tier';

const count = z.number().int();
const code = z.string().min(1).max(32);

export class TierListDto extends createZodDto(
  z.object({
    items: z.array(tier.extend({ members: count })),
    settings: tierSettings,
    version: z.string().describe('names this state: send it back when saving'),
    isRechecking: z.boolean().describe('members are being judged by the tiers that were saved last'),
  }),
) {}

const plan = z.object({ tiers: z.array(tier).min(1).max(10), settings: tierSettings });

export class TierPlanDto extends createZodDto(plan) {}

export class ChangeTiersDto extends createZodDto(
  plan.extend({
    version: z.string().max(64),
    moves: z.record(code, code).default({}).describe('where members of a tier go that is left out'),
  }),
) {}

export class TierPreviewDto extends createZodDto(
  z.object({
    members: count,
    counts: z.array(z.object({ code: z.string(), name: z.string(), colour: z.string(), now: count, after: count })),
    moves: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        kind: z.enum(['up', 'down', 'gone']).describe('up: at once; down: at the end of the window'),
        members: count,
        inGrace: count.describe('of those who go down: may still make it up in a grace'),
      }),
    ),
    samples: z.array(
      z.object({
        memberId: z.string(),
        memberNo: z.string(),
        nickname: z.string(),
        from: z.string(),
        to: z.string(),
        qualifying: count,
      }),
    ),
  }),
) {}

export class MemberTierDto extends createZodDto(
  z.object({
    standing: tierStanding.nullable(),
    grants: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        name: z.string(),
        from: z.iso.date(),
        until: z.iso.date(),
        reason: z.string(),
        by: z.string(),
        at: z.iso.datetime(),
        ended: z.object({ at: z.iso.datetime(), by: z.string(), reason: z.string() }).nullable(),
        isActive: z.boolean(),
      }),
    ),
    history: z.array(tierMoment),
  }),
) {}

export class GrantTierDto extends createZodDto(
  z.object({
    code,
    until: z.iso.date().describe('the last day, in the brand’s zone'),
    reason: z.string().trim().min(1).max(200),
  }),
) {}

export class EndGrantDto extends createZodDto(z.object({ reason: z.string().trim().min(1).max(200) })) {}
