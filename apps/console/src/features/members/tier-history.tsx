import { Button, Timeline } from 'antd';
import { useState } from 'react';
import { When } from '../../shared/ui/when';
import { t } from './strings';
import styles from './tier.module.css';
import type { TierMoment } from './tier-api';

const SHOWN = 3;
const COLOURS: Record<TierMoment['kind'], string> = {
  rise: 'var(--fl-good)',
  late: 'var(--fl-good)',
  kept: 'var(--fl-good)',
  grace: 'var(--fl-warn)',
  down: 'var(--fl-bad)',
  refund: 'var(--fl-bad)',
  grant: 'var(--fl-info)',
  'grant-end': 'var(--fl-text-faint)',
  redrawn: 'var(--fl-text-faint)',
};

/** What happened to the tier, the newest first, each with its cause. */
export function TierHistory({ history }: { history: TierMoment[] }) {
  const [all, setAll] = useState(false);
  if (history.length === 0) return <p className={styles.soft}>{t.noTierHistory}</p>;
  const shown = all ? history : history.slice(0, SHOWN);
  return (
    <div className={styles.tierHistory}>
      <Timeline
        items={shown.map(({ at, kind, from, to, why }, i) => ({
          key: `${at} ${i}`,
          color: COLOURS[kind],
          content: (
            <>
              <div>{from === to ? to : t.tierMove(from ?? '—', to ?? '—')}</div>
              <div className={styles.tierWhy}>{why}</div>
              <div className={styles.faint}>
                <When at={at} />
              </div>
            </>
          ),
        }))}
      />
      {history.length > SHOWN ? (
        <Button type="link" size="small" onClick={() => setAll(!all)}>
          {all ? t.lessHistory : t.moreHistory(history.length)}
        </Button>
      ) : null}
    </div>
  );
}
