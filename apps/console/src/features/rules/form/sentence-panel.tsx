import { CheckCircleOutlined, ExclamationCircleOutlined, InfoCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Panel } from '../../../shared/ui/panel';
import { type LintItem, lintRule, sayRule } from '../api';
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

const icons: Record<LintItem['severity'], ReactNode> = {
  error: <ExclamationCircleOutlined className={styles.bad} />,
  warning: <WarningOutlined className={styles.warn} />,
  info: <InfoCircleOutlined className={styles.info} />,
};

/** What the linter says about the draft among the active rules. */
export function LintPanel({ draft, ruleId }: { draft: Draft; ruleId: string | null }) {
  const body = finished(useSettled(draft, 800));
  const found = useQuery({
    queryKey: ['rule-lint', ruleId, body],
    queryFn: () => lintRule(body!, ruleId),
    enabled: body !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (found.isError) return null;
  return (
    <Panel title={t.lint.title}>
      {found.data === undefined ? <p className={styles.soft}>{t.lint.checking}</p> : null}
      {found.data?.length === 0 ? (
        <p className={styles.soft}>
          <CheckCircleOutlined className={styles.good} /> {t.lint.none}
        </p>
      ) : null}
      <ul className={styles.lint}>
        {found.data?.map((item) => (
          <li key={`${item.code} ${item.message}`}>
            {icons[item.severity] ?? icons.info}
            <span>
              {item.message}
              {item.otherRuleId ? (
                <>
                  {' '}
                  <Link to={`/rules/${item.otherRuleId}`} target="_blank">
                    {t.lint.otherRule}
                  </Link>
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
