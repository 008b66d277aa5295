import { axisText, grid, tooltipLook } from '../../shared/chart/options';
import { formatCount } from '../../shared/format/money';
import type { Palette } from '../../shared/theme/tokens';
import type { TierPreview } from './api';
import { t } from './strings';

/** Two bars per tier, the highest tier on top: now in grey, after in the tier's colour. */
export const countsOption = (counts: TierPreview['counts'], palette: Palette) => {
  const rows = [...counts];
  const label = { show: true, position: 'right' as const, color: palette.textSoft, fontSize: 12 };
  const shown = { formatter: ({ value }: { value: number }) => formatCount(value) };
  return {
    grid: { ...grid, top: 28, right: 48 },
    legend: { top: 0, right: 0, textStyle: { color: palette.textSoft }, itemWidth: 14, itemHeight: 8 },
    tooltip: { ...tooltipLook(palette), axisPointer: { type: 'shadow' as const } },
    xAxis: { type: 'value' as const, show: false },
    yAxis: {
      type: 'category' as const,
      data: rows.map(({ name }) => name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...axisText(palette), color: palette.text, width: 72, overflow: 'truncate' as const },
    },
    series: [
      {
        name: t.after,
        type: 'bar' as const,
        barWidth: 14,
        barGap: '20%',
        color: palette.primary,
        label: { ...label, ...shown, color: palette.text },
        data: rows.map(({ after, colour }) => ({
          value: after,
          itemStyle: { color: colour, borderRadius: [0, 4, 4, 0] },
        })),
      },
      {
        name: t.now,
        type: 'bar' as const,
        barWidth: 8,
        color: palette.textFaint,
        itemStyle: { opacity: 0.55, borderRadius: [0, 4, 4, 0] },
        label: { ...label, ...shown },
        data: rows.map(({ now }) => now),
      },
    ],
  };
};
