import { useMemo } from 'react';
import type { Today } from '../../shared/api/types';
import { Chart } from '../../shared/chart/chart';
import { categoryAxis, grid, tooltipLook, valueAxis } from '../../shared/chart/options';
import { shortDate, weekdayOf } from '../../shared/format/time';
import { useAppearance } from '../../shared/theme/theme-provider';
import { t } from './strings';

export function MembersChart({ series }: { series: Today['members']['series'] }) {
  const { palette } = useAppearance();
  const option = useMemo(
    () => ({
      grid,
      tooltip: {
        ...tooltipLook(palette),
        formatter: (points: { dataIndex: number }[]) => {
          const day = series[points[0]?.dataIndex ?? -1];
          return day ? `${shortDate(day.date)} ${weekdayOf(day.date)}<br/>${t.newMembersSeries} ${day.newMembers}` : '';
        },
      },
      xAxis: categoryAxis(
        palette,
        series.map(({ date }) => shortDate(date)),
      ),
      yAxis: valueAxis(palette, t.people),
      series: [
        {
          name: t.newMembersSeries,
          type: 'line',
          symbol: 'circle',
          symbolSize: 5,
          showSymbol: false,
          lineStyle: { color: palette.info, width: 2 },
          itemStyle: { color: palette.info },
          areaStyle: { color: palette.info, opacity: 0.12 },
          data: series.map(({ newMembers }) => newMembers),
        },
      ],
    }),
    [series, palette],
  );
  return <Chart option={option} height={168} label={t.membersChart} />;
}
