import type { MemberDetail } from '../../shared/api/types';
import { showDay } from '../../shared/format/time';
import { FanMark } from '../../shared/ui/fan-mark';
import { Panel } from '../../shared/ui/panel';
import styles from './member.module.css';
import { t } from './strings';

function Score({ label, value }: { label: string; value: number }) {
  return (
    <div className={styles.score}>
      <span className={styles.scoreLabel}>{label}</span>
      <span className={styles.scoreBar} aria-hidden="true">
        {[1, 2, 3, 4, 5].map((step) => (
          <i key={step} className={step <= value ? styles.on : undefined} />
        ))}
      </span>
      <b>{value}</b>
    </div>
  );
}

export function LayerPanel({ member }: { member: MemberDetail }) {
  const { rfm } = member;
  return (
    <Panel title={t.layer} extra={<FanMark value={member.fanTier} />}>
      {rfm ? (
        <>
          <Score label={`R ${t.rfmNames.r}`} value={rfm.r} />
          <Score label={`F ${t.rfmNames.f}`} value={rfm.f} />
          <Score label={`M ${t.rfmNames.m}`} value={rfm.m} />
          <p className={styles.proof}>{t.rfmText(showDay(rfm.asOf))}</p>
        </>
      ) : (
        <span className={styles.soft}>{t.rfmNone}</span>
      )}
    </Panel>
  );
}
