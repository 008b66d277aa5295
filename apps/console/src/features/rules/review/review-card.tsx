import { Link } from 'react-router-dom';
import type { RuleView } from '../../../shared/api/types';
import { doerName } from '../../../shared/text/names';
import { Panel } from '../../../shared/ui/panel';
import { Pill } from '../../../shared/ui/pill';
import { When } from '../../../shared/ui/when';
import styles from '../rules.module.css';
import { t } from '../strings';
import { ChangesTable } from './changes-table';
import { DecisionButtons } from './decision-buttons';

/** One version that waits for somebody's decision, with all that is needed to decide. */
export function ReviewCard({ rule }: { rule: RuleView }) {
  const { pending } = rule;
  if (!pending) return null;
  return (
    <Panel
      title={
        <span className={styles.reviewTitle}>
          <Link to={`/rules/${rule.ruleId}`}>{pending.draft.name}</Link>
          <Pill tone="warn">{t.versionText(pending.version)}</Pill>
        </span>
      }
      extra={<DecisionButtons ruleId={rule.ruleId} version={pending} />}
    >
      <p className={styles.sentence}>{pending.sentence}</p>
      {pending.submittedNote ? <p className={styles.quote}>{pending.submittedNote}</p> : null}
      {rule.activeVersion === null ? (
        <p className={styles.soft}>{t.newRule}</p>
      ) : (
        <>
          <h3 className={styles.heading}>{t.changes}</h3>
          <ChangesTable changes={pending.changes} />
        </>
      )}
      <p className={styles.signed}>
        {t.reviewBy(doerName(pending.submittedBy ?? pending.by))} <When at={pending.submittedAt ?? pending.at} />
      </p>
    </Panel>
  );
}
