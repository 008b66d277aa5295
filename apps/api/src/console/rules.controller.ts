import { RulesRead } from '@fanloop/loyalty';
import { OrganizationDoor } from '@fanloop/organization';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import { RuleNames } from '../rule-names';
import { RuleDetailDto, RuleDiffDto, RuleListDto } from './rule-views.dto';
import { labelsOf, ruleWire, toDraft, versionsWire } from './rule-wire';
import { RuleDiffQueryDto, RuleSentenceDto, RuleSentenceInputDto } from './rules.dto';

/** The rules by which points are earned, as managers read them. */
@Controller('console/rules')
export class RulesController {
  constructor(
    private readonly rules: RulesRead,
    private readonly names: RuleNames,
    private readonly organization: OrganizationDoor,
  ) {}

  @Get()
  @ForConsole('rules.read')
  @Answers({ status: 200, type: RuleListDto })
  async list(@Caller() caller: StaffCaller) {
    const rules = await this.rules.all(await this.names.all());
    const name = await this.names.staff(rules.flatMap((rule) => labelsOf(rule)));
    return { items: rules.map((rule) => ruleWire(rule, name, caller)) };
  }

  @Get(':id')
  @ForConsole('rules.read')
  @Answers({ status: 200, type: RuleDetailDto })
  async one(@Param('id', RowId) ruleId: string, @Caller() caller: StaffCaller) {
    const names = await this.names.all();
    const [rule, versions, approvers] = await Promise.all([
      this.rules.one(ruleId, names),
      this.rules.versions(ruleId, names),
      this.organization.staffWith('rules.approve'),
    ]);
    const name = await this.names.staff(labelsOf(rule, versions));
    const canDecideAlone = caller.role === 'owner' && approvers <= 1;
    return { ...ruleWire(rule, name, caller), canDecideAlone, versions: versionsWire(versions, name, caller) };
  }

  @Get(':id/diff')
  @ForConsole('rules.read')
  @Answers({ status: 200, type: RuleDiffDto })
  async diff(@Param('id', RowId) ruleId: string, @Query() { from, to }: RuleDiffQueryDto) {
    return { changes: await this.rules.diff(ruleId, from, to, await this.names.all()) };
  }

  /** What a draft says, while it is being written. */
  @Post('sentence')
  @HttpCode(200)
  @ForConsole('rules.read')
  @Answers({ status: 200, type: RuleSentenceDto })
  async sentence(@Body() input: RuleSentenceInputDto) {
    return this.rules.sentence(toDraft(input), await this.names.all());
  }
}
