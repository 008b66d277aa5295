import { RightOutlined, SafetyCertificateOutlined, WarningOutlined } from '@ant-design/icons';
import { Link } from 'react-router-dom';
import type { MemberDetail } from '../../shared/api/types';
import { formatPoints } from '../../shared/format/money';
import { Figure } from '../../shared/ui/figure';
import { Panel } from '../../shared/ui/panel';
import { Pill } from '../../shared/ui/pill';
import { l } from './ledger-strings';
import styles from './member.module.css';
import { t } from './strings';

export function PointsPanel({ memberId, points }: Pick<MemberDetail, 'memberId' | 'points'>) {
  const { proof } = points;
  const text = t.proofText(
    formatPoints(proof.checkedEntries),
    formatPoints(proof.lotsSum),
    formatPoints(proof.entriesSum),
  );
  return (
    <Panel
      title={t.pointsTitle}
      extra={
        <Pill tone={proof.ok ? 'good' : 'bad'}>
          {proof.ok ? <SafetyCertificateOutlined /> : <WarningOutlined />} {proof.ok ? t.proofOk : t.proofBad}
        </Pill>
      }
    >
      <div className={styles.figures}>
        <Figure size="small" label={t.available} value={formatPoints(points.available)} />
        <Figure size="small" label={t.pending} value={formatPoints(points.pending)} />
        <Figure size="small" label={t.debt} value={formatPoints(points.debt)} />
      </div>
      <p className={styles.proof}>
        {text}
        {proof.ok ? '' : `。${t.proofBadHint}`}
      </p>
      <Link to={`/members/${memberId}/points`}>
        {l.open} <RightOutlined />
      </Link>
    </Panel>
  );
}
