import { useMemo } from 'react';
import type { ReplayReport } from '../../../shared/api/types';
import { Chart } from '../../../shared/chart/chart';
import { categoryAxis, grid, tooltipLook, valueAxis } from '../../../shared/chart/options';
import { formatPoints } from '../../../shared/format/money';
import { dayjs, shortDate } from '../../../shared/format/time';
import { useAppearance } from '../../../shared/theme/theme-provider';
import type { Palette } from '../../../shared/theme/tokens';
import { Panel } from '../../../shared/ui/panel';
import { t } from '../strings';
import { type Side, sideName, sidesOf } from './sides';

const line = (side: Side, data: number[], colour: string, isChanged: boolean, palette: Palette) => ({
  name: sideName(side),
  type: 'line',
  showSymbol: data.length < 3,
  symbolSize: 6,
  lineStyle: { color: colour, width: isChanged ? 2.5 : 2, type: isChanged ? 'solid' : 'dashed' },
  itemStyle: { color: colour },
  ...(isChanged ? { areaStyle: { color: palette.primarySoft, opacity: 0.6 } } : {}),
  z: isChanged ? 2 : 3,
  data,
});

/** More days than this are drawn as weeks. */
const MOST_DAYS = 100;
const DAYS_OF_WEEK = 7;

interface Point {
  label: string;
  sums: Record<Side, number>;
}

const sumOf = (days: ReplayReport['days'], side: Side): number => days.reduce((sum, day) => sum + (day[side] ?? 0), 0);

const pointOf = (days: ReplayReport['days']): Point => ({
  label: shortDate(days[0]?.day ?? ''),
  sums: { ledger: sumOf(days, 'ledger'), active: sumOf(days, 'active'), draft: sumOf(days, 'draft') },
});

/** Monday of the week of a plain day. */
const mondayOf = (day: string): string => {
  const at = dayjs(day);
  return at.subtract((at.day() + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK, 'day').format('YYYY-MM-DD');
};

const pointsOf = (days: ReplayReport['days']): { points: Point[]; isWeekly: boolean } => {
  if (days.length <= MOST_DAYS) return { points: days.map((day) => pointOf([day])), isWeekly: false };
  const weeks = new Map<string, ReplayReport['days']>();
  for (const day of days) weeks.set(mondayOf(day.day), [...(weeks.get(mondayOf(day.day)) ?? []), day]);
  return { points: [...weeks.values()].map(pointOf), isWeekly: true };
};

export function DailyChart({ report }: { report: ReplayReport }) {
  const { palette } = useAppearance();
  const { points, isWeekly } = useMemo(() => pointsOf(report.days), [report]);
  const option = useMemo(() => {
    const { base, changed } = sidesOf(report);
    const of = (side: Side) => points.map(({ sums }) => sums[side]);
    return {
      grid: { ...grid, top: 48 },
      legend: { top: 0, right: 0, textStyle: { color: palette.textSoft }, itemWidth: 18, itemHeight: 8 },
      tooltip: { ...tooltipLook(palette), valueFormatter: (value: number) => `${formatPoints(value)} ${t.pointsUnit}` },
      xAxis: categoryAxis(
        palette,
        points.map(({ label }) => label),
      ),
      yAxis: valueAxis(palette, t.pointsUnit, (value) => formatPoints(value)),
      series: [
        line(changed, of(changed), palette.primary, true, palette),
        line(base, of(base), palette.accent, false, palette),
      ],
    };
  }, [report, points, palette]);
  const title = isWeekly ? t.weekly : t.daily;
  return (
    <Panel title={title}>
      <Chart option={option} height={260} label={title} />
    </Panel>
  );
}
