import { TryRules } from '@fanloop/loyalty';
import { OrganizationDoor } from '@fanloop/organization';
import { SalesDoor } from '@fanloop/sales';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Answers } from '../answers';
import { ForConsole } from '../auth';
import { RuleNames } from '../rule-names';
import { toWire } from '../wire';
import { TryResultDto, TryRulesDto } from './rule-try.dto';
import { toDraft } from './rule-wire';

/** A trial of the rules on a basket; nothing is written. */
@Controller('console/rules/try')
export class RuleTryController {
  constructor(
    private readonly tryOut: TryRules,
    private readonly names: RuleNames,
    private readonly organization: OrganizationDoor,
    private readonly sales: SalesDoor,
  ) {}

  @Post()
  @HttpCode(200)
  @ForConsole('rules.read')
  @Answers({ status: 200, type: TryResultDto })
  async try(@Body() { at, draft, firstPurchase, ...input }: TryRulesDto): Promise<TryResultDto> {
    const { memberId, storeId } = input;
    const store = storeId ? await this.organization.store(storeId) : null;
    const next = memberId && firstPurchase === undefined ? await this.sales.nextOrdinalOf(memberId) : undefined;
    const result = await this.tryOut.execute({
      ...input,
      zone: store?.zone,
      at: at ? new Date(at) : undefined,
      ordinal: firstPurchase ? 1 : next,
      draft: draft ? toDraft(draft) : undefined,
      names: await this.names.all(),
    });
    return toWire(result) as unknown as TryResultDto;
  }
}
