import { RuleEdits, RuleSwitches, RulesRead } from '@fanloop/loyalty';
import { OrganizationDoor } from '@fanloop/organization';
import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import { RuleNames } from '../rule-names';
import { RuleViewDto } from './rule-views.dto';
import { labelsOf, ruleWire, staffActor, toDraft } from './rule-wire';
import { RuleDecisionDto, RuleDraftDto, RuleRevisionDto, RuleSubmissionDto, RuleVersionDto } from './rules.dto';

/** The life of a rule: written, handed in, decided about by somebody else, paused, retired. */
@Controller('console/rules')
export class RuleLifeController {
  constructor(
    private readonly edits: RuleEdits,
    private readonly switches: RuleSwitches,
    private readonly rules: RulesRead,
    private readonly names: RuleNames,
    private readonly organization: OrganizationDoor,
  ) {}

  @Post()
  @ForConsole('rules.write')
  @Answers({ status: 201, type: RuleViewDto })
  async create(@Body() input: RuleDraftDto, @Caller() caller: StaffCaller) {
    const ruleId = await this.edits.create.execute({ draft: toDraft(input), actor: staffActor(caller) });
    return this.view(ruleId, caller);
  }

  @Put(':id')
  @ForConsole('rules.write')
  @Answers({ status: 200, type: RuleViewDto })
  async revise(@Param('id', RowId) ruleId: string, @Body() input: RuleRevisionDto, @Caller() caller: StaffCaller) {
    const { baseVersion: version, ...draft } = input;
    await this.edits.revise.execute({ ruleId, version, draft: toDraft(draft), actor: staffActor(caller) });
    return this.view(ruleId, caller);
  }

  @Post(':id/submit')
  @HttpCode(200)
  @ForConsole('rules.write')
  @Answers({ status: 200, type: RuleViewDto })
  async submit(@Param('id', RowId) ruleId: string, @Body() input: RuleSubmissionDto, @Caller() caller: StaffCaller) {
    await this.edits.submit.execute({ ...input, ruleId, actor: staffActor(caller) });
    return this.view(ruleId, caller);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @ForConsole('rules.write')
  @Answers({ status: 200, type: RuleViewDto })
  async withdraw(@Param('id', RowId) ruleId: string, @Body() input: RuleVersionDto, @Caller() caller: StaffCaller) {
    await this.edits.withdraw.execute({ ...input, ruleId, actor: staffActor(caller) });
    return this.view(ruleId, caller);
  }

  /** By somebody other than the author. */
  @Post(':id/decision')
  @HttpCode(200)
  @ForConsole('rules.approve')
  @Answers({ status: 200, type: RuleViewDto })
  async decide(@Param('id', RowId) ruleId: string, @Body() input: RuleDecisionDto, @Caller() caller: StaffCaller) {
    const approvers = await this.organization.staffWith('rules.approve');
    const isOwner = caller.role === 'owner';
    await this.edits.decide.execute({ ...input, ruleId, actor: staffActor(caller), isOwner, approvers });
    return this.view(ruleId, caller);
  }

  @Post(':id/pause')
  @HttpCode(200)
  @ForConsole('rules.write')
  @Answers({ status: 200, type: RuleViewDto })
  async pause(@Param('id', RowId) ruleId: string, @Caller() caller: StaffCaller) {
    await this.switches.pause.execute({ ruleId, actor: staffActor(caller) });
    return this.view(ruleId, caller);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @ForConsole('rules.write')
  @Answers({ status: 200, type: RuleViewDto })
  async resume(@Param('id', RowId) ruleId: string, @Caller() caller: StaffCaller) {
    await this.switches.resume.execute({ ruleId, actor: staffActor(caller) });
    return this.view(ruleId, caller);
  }

  /** For good. */
  @Post(':id/retire')
  @HttpCode(200)
  @ForConsole('rules.write')
  @Answers({ status: 200, type: RuleViewDto })
  async retire(@Param('id', RowId) ruleId: string, @Caller() caller: StaffCaller) {
    await this.switches.retire.execute({ ruleId, actor: staffActor(caller) });
    return this.view(ruleId, caller);
  }

  private async view(ruleId: string, caller: StaffCaller): Promise<RuleViewDto> {
    const rule = await this.rules.one(ruleId, await this.names.all());
    return ruleWire(rule, await this.names.staff(labelsOf(rule)), caller);
  }
}
