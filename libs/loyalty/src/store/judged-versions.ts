import type { Queryable } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Decision } from '../rules/judging/decision';
import type { JudgingRule } from '../rules/judging/rule';
import { toJudging } from './condition-engine';
import { RuleRepository } from './rule.repository';

/** The rules of a decision as they were then: by the versions that it names, whatever the rules say today. */
@Injectable()
export class JudgedVersions {
  constructor(private readonly rules: RuleRepository) {}

  async of(db: Queryable, { steps, passed }: Pick<Decision, 'steps' | 'passed'>): Promise<JudgingRule[]> {
    const keys = [...new Set([...steps.map(({ rule }) => rule), ...Object.values(passed).flat()])];
    const found = await this.rules.versionsOf(db, keys.map(named));
    return found.map(({ ruleId, version, draft }) => toJudging(ruleId, version, draft));
  }
}

const named = (key: string): { ruleId: string; version: number } => {
  const [ruleId = '0', version = '0'] = key.split('.');
  return { ruleId, version: Number(version) };
};
