import { ProgrammeRead } from '@fanloop/loyalty';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import { ForConsole } from '../auth';

export class TierListDto extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        atPoints: z.number().int().describe('points earned in the window'),
        colour: z.string(),
        multiplierPercent: z.number().int(),
        benefits: z.array(z.string()),
        members: z.number().int(),
      }),
    ),
  }),
) {}

/** Tiers with the number of their members. */
@Controller('console/tiers')
export class TiersController {
  constructor(private readonly programme: ProgrammeRead) {}

  @Get()
  @ForConsole('rules.read')
  @ZodResponse({ status: 200, type: TierListDto })
  async list() {
    const tiers = await this.programme.tiers();
    return { items: tiers.map((tier) => ({ ...tier, benefits: [...tier.benefits] })) };
  }
}
