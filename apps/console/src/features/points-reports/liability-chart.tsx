import { useMemo } from 'react';
import { Chart } from '../../shared/chart/chart';
import { categoryAxis, grid, tooltipLook, valueAxis } from '../../shared/chart/options';
import { formatFen, formatPoints } from '../../shared/format/money';
import { useAppearance } from '../../shared/theme/theme-provider';
import { type MonthLine, monthName } from './liability-columns';
import { t } from './strings';

const scale = (value: number): string => (value >= 10_000 ? `${value / 10_000}万` : String(value));

/** What dies in which month: the nearest first, what never ends last. */
export function LiabilityChart({ lines }: { lines: MonthLine[] }) {
  const { palette } = useAppearance();
  const option = useMemo(
    () => ({
      grid,
      tooltip: {
        ...tooltipLook(palette),
        formatter: (points: { dataIndex: number }[]) => {
          const line = lines[points[0]?.dataIndex ?? -1];
          return line
            ? `${monthName(line.month)}<br/>${t.points} ${formatPoints(line.points)}<br/>${t.value} ${formatFen(line.fen)}`
            : '';
        },
      },
      xAxis: categoryAxis(
        palette,
        lines.map(({ month }) =>
          month.length === 7 ? `${month.slice(2, 4)}/${Number(month.slice(5))}` : monthName(month),
        ),
      ),
      yAxis: valueAxis(palette, t.pointsUnit, scale),
      series: [
        {
          name: t.points,
          type: 'bar',
          barMaxWidth: 28,
          itemStyle: { color: palette.primary, borderRadius: [4, 4, 0, 0] },
          data: lines.map(({ month, points }) => ({
            value: points,
            itemStyle: { color: month === 'over' ? palette.warn : month === 'never' ? palette.info : palette.primary },
          })),
        },
      ],
    }),
    [lines, palette],
  );
  return <Chart option={option} height={260} label={t.chart} />;
}
