import { useMemo } from 'react';
import type { CouponBreakdown } from '../../shared/api/types';
import { Chart } from '../../shared/chart/chart';
import { axisText, categoryAxis, grid, tooltipLook, valueAxis } from '../../shared/chart/options';
import { fenToYuan } from '../../shared/format/money';
import { useAppearance } from '../../shared/theme/theme-provider';
import { t } from './strings';

const b = t.breakdown;

/** Claimed and used pieces side by side, and what the uses cost as a line. */
export function DaysChart({ days }: Pick<CouponBreakdown, 'days'>) {
  const { palette } = useAppearance();
  const option = useMemo(
    () => ({
      grid: { ...grid, top: 56 },
      legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 8, textStyle: axisText(palette) },
      tooltip: tooltipLook(palette),
      xAxis: categoryAxis(
        palette,
        days.map(({ day }) => day.slice(5)),
      ),
      yAxis: [
        valueAxis(palette, b.piecesAxis),
        { ...valueAxis(palette, b.moneyAxis), position: 'right' as const, splitLine: { show: false } },
      ],
      series: [
        {
          name: b.claimed,
          type: 'bar',
          data: days.map((day) => day.claimed),
          color: palette.heat[2],
          barMaxWidth: 10,
        },
        { name: b.used, type: 'bar', data: days.map((day) => day.used), color: palette.primary, barMaxWidth: 10 },
        {
          name: b.cost,
          type: 'line',
          yAxisIndex: 1,
          showSymbol: false,
          data: days.map((day) => fenToYuan(day.costFen)),
          color: palette.accent,
        },
      ],
    }),
    [days, palette],
  );
  return <Chart option={option} height={240} label={b.daysLabel} />;
}
