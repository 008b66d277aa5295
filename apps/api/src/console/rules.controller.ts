import { actorLabel } from '@fanloop/kernel';
import { type JsonLogic, ProgrammeRead, type RuleDraft, RuleEdits, type RuleView, TryRules } from '@fanloop/loyalty';
import { OrganizationDoor } from '@fanloop/organization';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ZodResponse } from 'nestjs-zod';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import { toWire } from '../wire';
import {
  RuleDetailDto,
  RuleDraftDto,
  RuleListDto,
  RuleStatusDto,
  RuleViewDto,
  TryResultDto,
  TryRulesDto,
} from './rules.dto';

/** The rules by which points are earned. */
@Controller('console/rules')
export class RulesController {
  constructor(
    private readonly programme: ProgrammeRead,
    private readonly edits: RuleEdits,
    private readonly tryOut: TryRules,
    private readonly organization: OrganizationDoor,
  ) {}

  @Get()
  @ForConsole('rules.read')
  @ZodResponse({ status: 200, type: RuleListDto })
  async list() {
    const rules = await this.programme.rules();
    const name = await this.namesOf(rules.map((rule) => rule.updatedBy));
    return { items: rules.map((rule) => this.wire(rule, name)) };
  }

  @Get(':id')
  @ForConsole('rules.read')
  @ZodResponse({ status: 200, type: RuleDetailDto })
  async one(@Param('id', RowId) ruleId: string) {
    const { versions, ...rule } = await this.programme.rule(ruleId);
    const name = await this.namesOf([rule.updatedBy, ...versions.map(({ by }) => by)]);
    const shown = versions.map((version) => toWire({ ...version, by: name(version.by) }));
    return { ...this.wire(rule, name), versions: shown };
  }

  @Post()
  @ForConsole('rules.write')
  @ZodResponse({ status: 201, type: RuleViewDto })
  async create(@Body() input: RuleDraftDto, @Caller() caller: StaffCaller) {
    return this.view(await this.edits.create.execute({ draft: toDraft(input), actor: staff(caller) }));
  }

  @Put(':id')
  @ForConsole('rules.write')
  @ZodResponse({ status: 200, type: RuleViewDto })
  async revise(@Param('id', RowId) ruleId: string, @Body() input: RuleDraftDto, @Caller() caller: StaffCaller) {
    await this.edits.revise.execute({ ruleId, draft: toDraft(input), actor: staff(caller) });
    return this.view(ruleId);
  }

  @Post(':id/status')
  @HttpCode(200)
  @ForConsole('rules.write')
  @ZodResponse({ status: 200, type: RuleViewDto })
  async setStatus(
    @Param('id', RowId) ruleId: string,
    @Body() { status }: RuleStatusDto,
    @Caller() caller: StaffCaller,
  ) {
    await this.edits.setStatus.execute({ ruleId, status, actor: staff(caller) });
    return this.view(ruleId);
  }

  @Post('try')
  @HttpCode(200)
  @ForConsole('rules.read')
  @ZodResponse({ status: 200, type: TryResultDto })
  async try(@Body() { at, lines, draft, ...input }: TryRulesDto): Promise<TryResultDto> {
    const result = await this.tryOut.execute({
      ...input,
      at: at ? new Date(at) : undefined,
      draft: draft ? toDraft(draft) : undefined,
      lines: lines.map(({ sku, category, quantity, amountFen }) => ({ sku, category, quantity, amountFen })),
    });
    return toWire(result) as unknown as TryResultDto;
  }

  private async view(ruleId: string): Promise<RuleViewDto> {
    const { versions: _, ...rule } = await this.programme.rule(ruleId);
    return this.wire(rule, await this.namesOf([rule.updatedBy]));
  }

  private wire(rule: RuleView, name: (label: string) => string): RuleViewDto {
    return toWire({ ...rule, updatedBy: name(rule.updatedBy) }) as unknown as RuleViewDto;
  }

  /** Names of staff for labels such as `staff:12`; the system keeps its label. */
  private async namesOf(labels: readonly string[]): Promise<(label: string) => string> {
    const ids = labels.flatMap((label) => (label.startsWith('staff:') ? [label.slice('staff:'.length)] : []));
    const names = await this.organization.staffNames(ids);
    const byLabel = new Map([...names].map(([id, name]) => [actorLabel({ kind: 'staff', id }), name]));
    return (label) => byLabel.get(label) ?? label;
  }
}

const staff = ({ staffId }: StaffCaller) => ({ kind: 'staff', id: staffId }) as const;

const toDraft = (input: Omit<RuleDraftDto, never>): RuleDraft => ({
  ...input,
  condition: input.condition as JsonLogic | null,
});
