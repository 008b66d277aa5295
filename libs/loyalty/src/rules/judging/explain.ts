import { formatPoints, type Points } from '@fanloop/kernel';
import { type Check, checksOf, type Holds } from './checks';
import { conditionText } from './condition-text';
import type { Decision, LimitUse, PassReason, Step } from './decision';
import { type Facts, seenBy } from './facts';
import type { Caps, EffectKind, JudgingRule } from './rule';
import type { Names } from './sentence-names';
import { channelsText, effectText, fromText, storesText, untilText } from './sentence-parts';
import { spaced } from './spacing';
import { CAP_NAMES, capUsedText } from './wording';

/** One rule's part in a decision, in plain words: what it asked, what it saw, what it gave or why not. */
export interface Explained {
  readonly ruleId: string;
  readonly version: number;
  readonly name: string;
  readonly kind: EffectKind | null;
  readonly applied: boolean;
  readonly points: Points;
  /** Why it gave nothing; null when it applied. */
  readonly reason: string | null;
  readonly arithmetic: string | null;
  /** What its condition compares, with the actual values. */
  readonly checks: readonly Check[];
  readonly lines: readonly string[];
}

export interface ExplainWith {
  /** The versions that judged. */
  readonly rules: readonly JudgingRule[];
  readonly holds: Holds;
  readonly names: Names;
}

type Told = Pick<Decision, 'steps' | 'passed' | 'limits'>;

/** Every rule that was asked: those that gave, in the order in which they work, then those that did not, with the reason. */
export const explain = (decision: Told, facts: Facts, { rules, holds, names }: ExplainWith): Explained[] => {
  const byKey = new Map(rules.map((rule) => [rule.key, rule]));
  const checked = (rule: JudgingRule | undefined): Check[] =>
    rule?.draft.condition ? checksOf(rule.draft.condition, seenBy(facts, rule.draft.lines), holds, names) : [];
  const applied = decision.steps.map(
    (step): Explained => ({
      ...named(step.rule, step.name),
      kind: step.kind,
      applied: true,
      points: step.points,
      reason: null,
      arithmetic: step.arithmetic,
      checks: checked(byKey.get(step.rule)),
      lines: linesOf(step, names),
    }),
  );
  const passed = Object.entries(decision.passed).flatMap(([reason, keys]) =>
    keys.map((key): Explained => {
      const rule = byKey.get(key);
      const told = { decision, byKey, names };
      return {
        ...named(key, rule?.draft.name ?? key),
        kind: rule?.draft.effect.kind ?? null,
        applied: false,
        points: 0,
        reason: spaced(rule ? REASONS[reason as PassReason](rule, told) : '这一版规则已不在'),
        arithmetic: null,
        checks: checked(rule),
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

/** What is handed out says itself; points say how they were worked out. */
const linesOf = ({ lines, grant, name }: Step, names: Names): readonly string[] =>
  grant ? [spaced(`${name}：${effectText({ effect: grant }, names)}`)] : lines;

interface Telling {
  readonly decision: Told;
  readonly byKey: ReadonlyMap<string, JudgingRule>;
  readonly names: Names;
}

type Reason = (rule: JudgingRule, telling: Telling) => string;

/** The rules that gave, by what makes them stand in the way of another. */
const winner = ({ decision, byKey }: Telling, stands: (rule: JudgingRule) => boolean): string | null => {
  const step = decision.steps.find(({ rule }) => {
    const judged = byKey.get(rule);
    return judged !== undefined && stands(judged);
  });
  return step ? `「${step.name}」` : null;
};

const period: Reason = ({ draft: { validFrom, validUntil } }, { names }) => {
  const [from, until] = [fromText(validFrom, names), untilText(validUntil, names)];
  if (from && until) return `不在有效期内（${from} 至 ${until}）`;
  return from ? `还没有开始（${from}起）` : `已经结束（至${until}止）`;
};

const group: Reason = (rule, telling) => {
  const name = rule.draft.stacking?.group;
  const chosen = winner(telling, ({ key, draft }) => key !== rule.key && draft.stacking?.group === name);
  return chosen ? `「${name}」同组已选${chosen}` : `「${name}」同组已有更优的规则`;
};

const excluded: Reason = (_, telling) => {
  const chosen = winner(telling, ({ draft }) => draft.exclusive);
  return chosen ? `${chosen}生效时不叠加` : '有独享规则生效，不叠加';
};

const cap: Reason = (rule, { decision }) => {
  const use: LimitUse | undefined = decision.limits[rule.key];
  const full = (Object.keys(CAP_NAMES) as (keyof Caps)[]).find((one) => {
    const limit = rule.draft.caps[one];
    return limit !== null && (use?.used?.[one] ?? 0) >= limit;
  });
  if (!full) return '已达上限';
  const limit = rule.draft.caps[full]!;
  return `已达${CAP_NAMES[full]}上限${formatPoints(limit)}${capUsedText(full, use?.used?.[full] ?? 0)}`;
};

const REASONS: Readonly<Record<PassReason, Reason>> = {
  period,
  store: ({ draft }, { names }) => `不在适用门店（限${storesText(draft.stores, names)}）`,
  channel: ({ draft }) => `不在适用渠道（限${channelsText(draft.channels)}）`,
  condition: ({ draft }, { names }) => `未满足：${conditionText(draft.condition, names)}`,
  excluded,
  group,
  nothing: () => '计算结果不足1分',
  cap,
  budget: () => '预算已用完',
};
