import { useMemo } from 'react';
import { Chart } from '../../shared/chart/chart';
import { axisText, grid, tooltipLook } from '../../shared/chart/options';
import { formatFen, shortFen } from '../../shared/format/money';
import { shortStore } from '../../shared/text/names';
import { useAppearance } from '../../shared/theme/theme-provider';
import type { PlaceLine } from './settlement-columns';
import { t } from './strings';

const ROW_PX = 34;

/** To the right what a store receives, to the left what it pays: the bars sum to zero. */
export function SettlementChart({ places }: { places: PlaceLine[] }) {
  const { palette } = useAppearance();
  const option = useMemo(() => {
    const lines = [...places].reverse();
    return {
      grid: { ...grid, top: 8, right: 24 },
      tooltip: {
        ...tooltipLook(palette),
        axisPointer: { type: 'shadow' },
        formatter: (points: { dataIndex: number }[]) => {
          const line = lines[points[0]?.dataIndex ?? -1];
          if (!line) return '';
          const word = line.netFen >= 0 ? t.receives : t.pays;
          return `${shortStore(line.storeName)}<br/>${word} ${formatFen(Math.abs(line.netFen))}`;
        },
      },
      xAxis: {
        type: 'value',
        splitNumber: 4,
        splitLine: { lineStyle: { color: palette.line, type: 'dashed' } },
        axisLabel: { ...axisText(palette), formatter: (yuan: number) => shortFen(Math.abs(yuan) * 100) },
      },
      yAxis: {
        type: 'category',
        data: lines.map(({ storeName }) => shortStore(storeName)),
        axisLine: { lineStyle: { color: palette.line } },
        axisTick: { show: false },
        axisLabel: axisText(palette),
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 16,
          data: lines.map(({ netFen }) => ({
            value: netFen / 100,
            itemStyle: {
              color: netFen >= 0 ? palette.primary : palette.accent,
              borderRadius: netFen >= 0 ? [0, 4, 4, 0] : [4, 0, 0, 4],
            },
          })),
        },
      ],
    };
  }, [places, palette]);
  return <Chart option={option} height={Math.max(140, places.length * ROW_PX + 40)} label={t.netChart} />;
}
