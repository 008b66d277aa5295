import { useMemo } from 'react';
import type { ReplayReport } from '../../../shared/api/types';
import { Chart } from '../../../shared/chart/chart';
import { categoryAxis, grid, tooltipLook, valueAxis } from '../../../shared/chart/options';
import { formatCount, signedPoints } from '../../../shared/format/money';
import { useAppearance } from '../../../shared/theme/theme-provider';
import { EmptyState } from '../../../shared/ui/states';
import { t } from '../strings';

/** How many members would have how much more, and fewer. */
export function ChangesChart({ bars }: { bars: ReplayReport['changes'] }) {
  const { palette } = useAppearance();
  const option = useMemo(
    () => ({
      grid,
      tooltip: {
        ...tooltipLook(palette),
        formatter: ([point]: { dataIndex: number }[]) => {
          const bar = bars[point?.dataIndex ?? -1];
          if (!bar) return '';
          const range = t.changeRange(signedPoints(bar.from), signedPoints(bar.until - 1));
          return `${range}<br/>${t.changeMembers(formatCount(bar.members))}`;
        },
      },
      xAxis: categoryAxis(
        palette,
        bars.map(({ from }) => signedPoints(from)),
      ),
      yAxis: valueAxis(palette, t.membersUnit),
      series: [
        {
          type: 'bar',
          barCategoryGap: '12%',
          barMaxWidth: 64,
          data: bars.map(({ members, until }) => ({
            value: members,
            itemStyle: { color: until <= 0 ? palette.accent : palette.primary, borderRadius: [3, 3, 0, 0] },
          })),
        },
      ],
    }),
    [bars, palette],
  );
  if (bars.length === 0) return <EmptyState title={t.changesNone} />;
  return <Chart option={option} height={250} label={t.changes} />;
}
