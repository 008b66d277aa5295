import { LintRules } from '@fanloop/loyalty';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Answers } from '../answers';
import { ForConsole } from '../auth';
import { RuleNames } from '../rule-names';
import { LintResultDto, LintRulesDto } from './rule-lint.dto';
import { toDraft } from './rule-wire';

/** What looks unwise in a rule, before and after it is saved; nothing is written, and nothing is forbidden. */
@Controller('console/rules/lint')
export class RuleLintController {
  constructor(
    private readonly lint: LintRules,
    private readonly names: RuleNames,
  ) {}

  @Post()
  @HttpCode(200)
  @ForConsole('rules.read')
  @Answers({ status: 200, type: LintResultDto })
  async look(@Body() { draft, ruleId }: LintRulesDto): Promise<LintResultDto> {
    const names = await this.names.all();
    const { worst, warnings, ...result } = await this.lint.execute({
      draft: draft ? toDraft(draft) : undefined,
      ruleId,
      names,
    });
    const { tier, shares, ...cost } = worst;
    return {
      ...result,
      warnings: warnings.map(({ otherRuleId = null, path = null, involved = [], ...warning }) => ({
        ...warning,
        otherRuleId,
        path,
        involved: [...involved],
      })),
      worst: { ...cost, tierName: tier?.name ?? null, shares: [...shares] },
    };
  }
}
