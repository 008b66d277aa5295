import { useMemo } from 'react';
import type { Today } from '../../shared/api/types';
import { Chart } from '../../shared/chart/chart';
import { axisText, categoryAxis, grid, tooltipLook, valueAxis } from '../../shared/chart/options';
import { formatFen } from '../../shared/format/money';
import { shortDate, weekdayOf } from '../../shared/format/time';
import { useAppearance } from '../../shared/theme/theme-provider';
import { t } from './strings';

export function SalesChart({ series }: { series: Today['sales']['series'] }) {
  const { palette } = useAppearance();
  const option = useMemo(() => {
    const scale = (value: number) => (value >= 10_000 ? `${value / 10_000}万` : String(value));
    const lines = (index: number) => {
      const day = series[index];
      if (!day) return '';
      return `${shortDate(day.date)} ${weekdayOf(day.date)}<br/>${t.amount} ${formatFen(day.amountFen)}<br/>${t.purchases} ${day.purchases}`;
    };
    return {
      grid: { ...grid, top: 48 },
      legend: { top: 0, right: 0, textStyle: { color: palette.textSoft }, itemWidth: 14, itemHeight: 8 },
      tooltip: {
        ...tooltipLook(palette),
        formatter: (points: { dataIndex: number }[]) => lines(points[0]?.dataIndex ?? -1),
      },
      xAxis: categoryAxis(
        palette,
        series.map(({ date }) => shortDate(date)),
      ),
      yAxis: [
        valueAxis(palette, t.yuan, scale),
        {
          ...valueAxis(palette, t.orders),
          splitLine: { show: false },
          nameTextStyle: { ...axisText(palette), align: 'left' as const, padding: [0, 0, 0, 8] },
        },
      ],
      series: [
        {
          name: t.amount,
          type: 'bar',
          barMaxWidth: 18,
          itemStyle: { color: palette.primary, borderRadius: [4, 4, 0, 0] },
          data: series.map(({ amountFen }) => amountFen / 100),
        },
        {
          name: t.purchases,
          type: 'line',
          yAxisIndex: 1,
          symbolSize: 5,
          symbol: 'circle',
          lineStyle: { color: palette.accent, width: 2 },
          itemStyle: { color: palette.accent },
          data: series.map(({ purchases }) => purchases),
        },
      ],
    };
  }, [series, palette]);
  return <Chart option={option} height={232} label={t.salesChart} />;
}
