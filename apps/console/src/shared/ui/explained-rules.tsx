import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import type { ExplainedRule } from '../api/types';
import { formatPoints } from '../format/money';
import styles from './explained-rules.module.css';
import { Pill } from './pill';

const words = {
  applied: '已计入',
  passed: '未计入',
  threshold: '要求',
  actual: '实际',
  given: '已发放',
  times: (points: string) => `+${points}`,
};

function Checks({ checks }: { checks: ExplainedRule['checks'] }) {
  if (checks.length === 0) return null;
  return (
    <ul className={styles.checks}>
      {checks.map((check) => (
        <li key={check.text} className={check.holds ? styles.holds : styles.fails}>
          {check.holds ? <CheckOutlined aria-label="满足" /> : <CloseOutlined aria-label="不满足" />}
          <span>{check.text}</span>
          {check.actual ? <span className={styles.actual}>{`${words.actual} ${check.actual}`}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function Rule({ rule, mark }: { rule: ExplainedRule; mark: string | null }) {
  const gives = rule.points > 0 ? words.times(formatPoints(rule.points)) : words.given;
  return (
    <li className={styles.rule}>
      <div className={styles.head}>
        <Pill tone={rule.applied ? 'good' : 'neutral'}>{rule.applied ? words.applied : words.passed}</Pill>
        <b>{rule.name}</b>
        {mark ? <Pill tone="brand">{mark}</Pill> : null}
        <span className={styles.points}>{rule.applied ? gives : '—'}</span>
      </div>
      {rule.reason ? <div className={styles.reason}>{rule.reason}</div> : null}
      {rule.lines.map((line) => (
        <div key={line} className={styles.line}>
          {line}
        </div>
      ))}
      <Checks checks={rule.checks} />
    </li>
  );
}

interface ExplainedRulesProps {
  rules: readonly ExplainedRule[];
  /** A word for some of them: the rule that is being edited. */
  markOf?: (rule: ExplainedRule) => string | null;
}

/** Every rule that was asked: what it gave or why not, with actual values against thresholds. */
export function ExplainedRules({ rules, markOf }: ExplainedRulesProps) {
  return (
    <ul className={styles.rules}>
      {rules.map((rule) => (
        <Rule key={`${rule.ruleId}.${rule.version}`} rule={rule} mark={markOf?.(rule) ?? null} />
      ))}
    </ul>
  );
}
