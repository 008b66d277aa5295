import { BulbOutlined } from '@ant-design/icons';
import type { TryResult } from '../../../shared/api/types';
import { formatPoints } from '../../../shared/format/money';
import { ExplainedRules } from '../../../shared/ui/explained-rules';
import styles from '../rules.module.css';
import { t } from '../strings';

/** Points, what the member would read, and every rule with what it saw. */
export function TryResultView({ result, draftRuleId }: { result: TryResult; draftRuleId: string | null }) {
  return (
    <>
      <p className={styles.points} data-testid="points">
        {t.try.points(formatPoints(result.points))}
        {result.tierPoints === result.points ? null : (
          <span className={styles.tierPoints}>{t.try.tierPoints(formatPoints(result.tierPoints))}</span>
        )}
      </p>
      {result.hint ? (
        <p className={styles.hint}>
          <BulbOutlined /> {result.hint.text}
        </p>
      ) : null}
      <h3 className={styles.heading}>{t.try.why}</h3>
      <ol className={styles.why}>
        {result.why.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <h3 className={styles.heading}>{t.try.rules}</h3>
      <ExplainedRules
        rules={result.rules}
        markOf={(rule) => (draftRuleId !== null && rule.ruleId === draftRuleId ? t.try.thisDraft : null)}
      />
      <h3 className={styles.heading}>{t.try.seen}</h3>
      <dl className={styles.seen}>
        {result.seen.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
