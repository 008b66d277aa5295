import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { RfmGrid } from '../../shared/api/types';
import { Chart } from '../../shared/chart/chart';
import { axisText, tooltipLook } from '../../shared/chart/options';
import { formatCount } from '../../shared/format/money';
import { useAppearance } from '../../shared/theme/theme-provider';
import { FanMark } from '../../shared/ui/fan-mark';
import { Panel } from '../../shared/ui/panel';
import { EmptyState } from '../../shared/ui/states';
import { t } from './strings';
import styles from './tagging.module.css';

type Tiers = RfmGrid['fanTiers'];

function FanChart({ tiers }: { tiers: Tiers }) {
  const { palette } = useAppearance();
  const option = useMemo(
    () => ({
      grid: { left: 4, right: 72, top: 4, bottom: 4, containLabel: true },
      tooltip: tooltipLook(palette),
      xAxis: { type: 'value' as const, show: false },
      yAxis: {
        type: 'category' as const,
        inverse: true,
        data: tiers.map(({ name }) => name),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { ...axisText(palette), fontSize: 14 },
      },
      series: [
        {
          name: t.people,
          type: 'bar',
          barMaxWidth: 24,
          itemStyle: { color: palette.primary, borderRadius: 6 },
          label: {
            show: true,
            position: 'right' as const,
            color: palette.text,
            formatter: ({ value }: { value: number }) => `${formatCount(value)} ${t.people}`,
          },
          data: tiers.map(({ members }) => members),
        },
      ],
    }),
    [tiers, palette],
  );
  return <Chart option={option} height={44 * tiers.length + 8} label={t.fanTitle} />;
}

export function FanTiers({ tiers }: { tiers: Tiers }) {
  const all = tiers.reduce((sum, { members }) => sum + members, 0);
  return (
    <Panel title={t.fanTitle}>
      <p className={styles.lead}>{t.fanLead}</p>
      {all === 0 ? (
        <EmptyState title={t.emptyTitle} hint={t.emptyHint} />
      ) : (
        <>
          <FanChart tiers={tiers} />
          <div className={styles.fanLinks}>
            {tiers.map((tier) => (
              <Link key={tier.code} to={`/members?fanTier=${tier.code}`} aria-label={`${t.viewMembers} ${tier.name}`}>
                <FanMark value={tier} />
                {((tier.members / all) * 100).toFixed(1)}%
              </Link>
            ))}
          </div>
        </>
      )}
    </Panel>
  );
}
