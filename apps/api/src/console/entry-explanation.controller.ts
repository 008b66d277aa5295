import { EntryExplanationRead } from '@fanloop/loyalty';
import { OrganizationDoor } from '@fanloop/organization';
import { refusePlatform } from '@fanloop/platform';
import { Controller, Get, Param, ParseIntPipe } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import { ForConsole } from '../auth';
import { RowId } from '../row-id.pipe';
import { RuleNames } from '../rule-names';
import { explainedRule, hint, seenFact } from '../shapes/explained-rule';
import { entryWire, pointsEntry } from '../shapes/points-entry';

export class EntryExplanationDto extends createZodDto(
  z.object({
    entry: pointsEntry,
    seen: z.array(seenFact).describe('what the rules knew'),
    rules: z.array(explainedRule).describe('by the versions that judged, those that gave first'),
    lots: z.array(z.string()),
    hint: hint.nullable(),
  }),
) {}

/** Why an entry of the ledger is what it is: every rule that was asked, with actual values against thresholds. */
@Controller('console/members/:id/points/entries/:seq/explanation')
export class EntryExplanationController {
  constructor(
    private readonly explanation: EntryExplanationRead,
    private readonly organization: OrganizationDoor,
    private readonly names: RuleNames,
  ) {}

  @Get()
  @ForConsole('members.read')
  @Answers({ status: 200, type: EntryExplanationDto })
  async one(
    @Param('id', RowId) memberId: string,
    @Param('seq', ParseIntPipe) seq: number,
  ): Promise<EntryExplanationDto> {
    const found = await this.explanation.execute(memberId, seq, await this.names.all());
    if (!found) throw refusePlatform('NotFound');
    const { entry, ...more } = found;
    const stores = await this.organization.storesByIds(entry.storeId ? [entry.storeId] : []);
    const storeName = stores.get(entry.storeId ?? '')?.name ?? null;
    return { ...(more as unknown as EntryExplanationDto), entry: entryWire(entry, storeName) };
  }
}
