import type { Points } from '@fanloop/kernel';
import { conditionText } from './condition-text';
import type { Decision, PassReason } from './decision';
import { factInfo } from './fact-catalogue';
import { type Facts, type Scalar, seenBy } from './facts';
import type { JudgingRule } from './rule';
import type { Names } from './sentence-names';
import { shortFen } from './wording';

/** One rule's part in a decision, in plain words: what it asked, what it saw, what it gave or why not. */
export interface Explained {
  readonly ruleId: string;
  readonly version: number;
  readonly name: string;
  readonly applied: boolean;
  readonly points: Points;
  /** Why it gave nothing; null when it applied. */
  readonly reason: string | null;
  readonly arithmetic: string | null;
  /** Actual values of the facts that its condition asks for. */
  readonly saw: readonly { readonly label: string; readonly value: string }[];
  readonly lines: readonly string[];
}

const REASONS: Readonly<Record<PassReason, string>> = {
  period: '不在有效期内',
  store: '不在适用门店',
  channel: '不在适用渠道',
  condition: '不满足条件',
  excluded: '有独享规则生效，本规则不叠加',
  group: '同组已有更优的规则',
  nothing: '计算结果不足 1 分',
  cap: '已达上限',
  budget: '预算已用完',
};

/** Every rule that was asked, in the order in which it works: those that gave, and those that did not with the reason. */
export const explain = (
  decision: Decision,
  facts: Facts,
  rules: readonly JudgingRule[],
  names: Names = { tiers: new Map() },
): Explained[] => {
  const byKey = new Map(rules.map((rule) => [rule.key, rule]));
  const applied = decision.steps.map((step): Explained => {
    const rule = byKey.get(step.rule);
    const { points, arithmetic, lines } = step;
    return {
      ...named(step.rule, step.name),
      applied: true,
      points,
      reason: null,
      arithmetic,
      lines,
      saw: rule ? sawOf(rule, facts) : [],
    };
  });
  const passed = Object.entries(decision.passed).flatMap(([reason, keys]) =>
    keys.map((key): Explained => {
      const rule = byKey.get(key);
      const saw = rule ? sawOf(rule, facts) : [];
      const why = reasonOf(reason as PassReason, rule, names);
      return {
        ...named(key, rule?.draft.name ?? key),
        applied: false,
        points: 0,
        reason: why,
        arithmetic: null,
        saw,
        lines: [],
      };
    }),
  );
  return [...applied, ...passed];
};

const named = (key: string, name: string): Pick<Explained, 'ruleId' | 'version' | 'name'> => {
  const [ruleId = '', version = '0'] = key.split('.');
  return { ruleId, version: Number(version), name };
};

const reasonOf = (reason: PassReason, rule: JudgingRule | undefined, names: Names): string =>
  reason === 'condition' && rule?.draft.condition
    ? `${REASONS.condition}：${conditionText(rule.draft.condition, names)}`
    : REASONS[reason];

const sawOf = (rule: JudgingRule, facts: Facts): Explained['saw'] => {
  if (!rule.condition) return [];
  const values = rule.condition.values(seenBy(facts, rule.draft.lines));
  return Object.entries(values).flatMap(([name, value]) => {
    const info = factInfo(name);
    return info && info.name !== 'lines' ? [{ label: info.label, value: valueText(value, info.type) }] : [];
  });
};

const valueText = (value: unknown, type: string): string => {
  if (Array.isArray(value)) return value.length > 0 ? value.join('、') : '无';
  if (value === null || value === undefined || value === '') return '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return type === 'money' ? shortFen(Number(value)) : String(value as Scalar);
};
