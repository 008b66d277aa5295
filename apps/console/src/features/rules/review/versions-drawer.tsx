import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Drawer, Select, Timeline } from 'antd';
import { useState } from 'react';
import type { RuleDetail, RuleVersion, RuleVersionState } from '../../../shared/api/types';
import { doerName } from '../../../shared/text/names';
import { Pill, type Tone } from '../../../shared/ui/pill';
import { When } from '../../../shared/ui/when';
import { diffVersions, ruleKey } from '../api';
import styles from '../rules.module.css';
import { stateNames, t } from '../strings';
import { ChangesTable } from './changes-table';

export const stateTones: Record<RuleVersionState, Tone> = {
  draft: 'neutral',
  'in-review': 'warn',
  approved: 'good',
  rejected: 'bad',
  superseded: 'neutral',
};

function Signed({ version }: { version: RuleVersion }) {
  return (
    <div className={styles.signed}>
      <div>
        {t.writtenBy(doerName(version.by))} <When at={version.at} />
      </div>
      {version.submittedBy ? (
        <div>
          {t.reviewBy(doerName(version.submittedBy))} <When at={version.submittedAt} />
          {version.submittedNote ? `：${version.submittedNote}` : ''}
        </div>
      ) : null}
      {version.decidedBy ? (
        <div>
          {t.decidedBy(
            doerName(version.decidedBy),
            version.state === 'rejected' ? stateNames.rejected : stateNames.approved,
          )}{' '}
          <When at={version.decidedAt} />
          {version.decidedNote ? `：${version.decidedNote}` : ''}
        </div>
      ) : null}
    </div>
  );
}

function Version({ version, isJudging }: { version: RuleVersion; isJudging: boolean }) {
  return (
    <div className={version.state === 'superseded' ? styles.pastVersion : undefined}>
      <div className={styles.reviewTitle}>
        <b>{t.versionText(version.version)}</b>
        <Pill tone={isJudging ? 'good' : stateTones[version.state]}>
          {isJudging ? t.judging : stateNames[version.state]}
        </Pill>
      </div>
      <p className={styles.versionText}>{version.sentence}</p>
      {version.changes.length > 0 ? <ChangesTable changes={version.changes} /> : null}
      <Signed version={version} />
    </div>
  );
}

/** What differs between any two versions. */
function Compare({ rule }: { rule: RuleDetail }) {
  const [from, setFrom] = useState(rule.activeVersion && rule.activeVersion !== rule.version ? rule.activeVersion : 1);
  const [to, setTo] = useState(rule.version);
  const query = useQuery({
    queryKey: [...ruleKey(rule.ruleId), 'diff', from, to],
    queryFn: () => diffVersions(rule.ruleId, from, to),
    placeholderData: keepPreviousData,
  });
  const options = rule.versions.map(({ version }) => ({ value: version, label: t.versionText(version) }));
  return (
    <div className={styles.compare}>
      <div className={styles.inline}>
        {t.compare}
        <Select
          aria-label={t.before}
          size="small"
          value={from}
          options={options}
          onChange={setFrom}
          style={{ width: 100 }}
        />
        {t.compareWith}
        <Select
          aria-label={t.after}
          size="small"
          value={to}
          options={options}
          onChange={setTo}
          style={{ width: 100 }}
        />
      </div>
      <ChangesTable changes={query.data?.changes ?? []} />
    </div>
  );
}

interface VersionsDrawerProps {
  rule: RuleDetail;
  isOpen: boolean;
  onClose: () => void;
}

export function VersionsDrawer({ rule, isOpen, onClose }: VersionsDrawerProps) {
  return (
    <Drawer open={isOpen} onClose={onClose} size={560} title={t.history}>
      <p className={styles.soft}>{t.historyLead}</p>
      {rule.versions.length > 1 ? <Compare rule={rule} /> : null}
      <Timeline
        className={styles.versions}
        items={rule.versions.map((version) => {
          const isJudging = version.version === rule.activeVersion && rule.status === 'active';
          return {
            key: String(version.version),
            color: isJudging ? 'green' : version.state === 'in-review' ? 'orange' : 'gray',
            content: <Version version={version} isJudging={isJudging} />,
          };
        })}
      />
    </Drawer>
  );
}
