import { CheckCircleOutlined, ExclamationCircleOutlined, InfoCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { LintWarning } from '../../../shared/api/types';
import { formatFen } from '../../../shared/format/money';
import { Panel } from '../../../shared/ui/panel';
import { lintRule, sayRule } from '../api';
import { type Draft, finished } from '../draft';
import styles from '../rules.module.css';
import { t } from '../strings';
import { useSettled } from './use-draft';

/** The sentence of the draft by the server's own words, while it is being written. */
export function SentencePanel({ draft }: { draft: Draft }) {
  const settled = useSettled(draft);
  const body = finished(settled);
  const said = useQuery({
    queryKey: ['rule-sentence', body],
    queryFn: () => sayRule(body!),
    enabled: body !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const problem = body === null || said.isError ? t.sentence.unfinished : said.data?.problem;
  return (
    <Panel title={t.sentence.title}>
      <p className={styles.sentence} data-testid="sentence" aria-live="polite">
        {said.data?.sentence ?? t.sentence.saying}
      </p>
      {problem ? (
        <p className={styles.wrong}>
          <ExclamationCircleOutlined /> {problem}
        </p>
      ) : null}
    </Panel>
  );
}

const icons: Record<LintWarning['severity'], ReactNode> = {
  error: <ExclamationCircleOutlined className={styles.bad} />,
  warning: <WarningOutlined className={styles.warn} />,
  info: <InfoCircleOutlined className={styles.info} />,
};

function Warning({ warning }: { warning: LintWarning }) {
  return (
    <li>
      {icons[warning.severity]}
      <span>
        {warning.message}
        {warning.otherRuleId ? (
          <>
            {' '}
            <Link to={`/rules/${warning.otherRuleId}`} target="_blank">
              {t.lint.otherRule}
            </Link>
          </>
        ) : null}
      </span>
    </li>
  );
}

/** The linter's name for a draft that is not saved. */
const UNSAVED = '0';

/** What the linter says about the draft among the active rules, and what the dearest purchase would cost. */
export function LintPanel({ draft, ruleId }: { draft: Draft; ruleId: string | null }) {
  const body = finished(useSettled(draft, 800));
  const found = useQuery({
    queryKey: ['rule-lint', ruleId, body],
    queryFn: () => lintRule(body!, ruleId),
    enabled: body !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  // A draft that is not finished is told so beside its sentence.
  if (found.isError || found.data?.problem) return null;
  const { data } = found;
  // A collision is told of both rules; here only what is said of this one.
  const own = data?.warnings.filter((warning) => warning.ruleId === (ruleId ?? UNSAVED)) ?? [];
  const warnings = [...new Map(own.map((warning) => [warning.message, warning])).values()];
  return (
    <Panel title={t.lint.title}>
      {data === undefined ? <p className={styles.soft}>{t.lint.checking}</p> : null}
      {data && warnings.length === 0 ? (
        <p className={styles.soft}>
          <CheckCircleOutlined className={styles.good} /> {t.lint.none}
        </p>
      ) : null}
      <ul className={styles.lint}>
        {warnings.map((warning) => (
          <Warning key={warning.message} warning={warning} />
        ))}
      </ul>
      {data ? (
        <p className={styles.cost}>
          {t.lint.cost(formatFen(data.worst.fen))}
          {data.ownCostFen ? t.lint.ownCost(formatFen(data.ownCostFen)) : ''}
        </p>
      ) : null}
    </Panel>
  );
}
