import type { Palette } from '../theme/tokens';

/** The parts of a chart that look the same everywhere. */
export const axisText = (palette: Palette) => ({ color: palette.textSoft, fontSize: 12 });

export const tooltipLook = (palette: Palette) => ({
  trigger: 'axis' as const,
  backgroundColor: palette.surface,
  borderColor: palette.line,
  textStyle: { color: palette.text, fontSize: 13 },
  confine: true,
});

export const categoryAxis = (palette: Palette, data: string[]) => ({
  type: 'category' as const,
  data,
  axisLine: { lineStyle: { color: palette.line } },
  axisTick: { show: false },
  axisLabel: { ...axisText(palette), hideOverlap: true },
});

export const valueAxis = (palette: Palette, name: string, format?: (value: number) => string) => ({
  type: 'value' as const,
  name,
  nameGap: 12,
  nameTextStyle: { ...axisText(palette), align: 'right' as const, padding: [0, 8, 0, 0] },
  minInterval: 1,
  splitNumber: 4,
  splitLine: { lineStyle: { color: palette.line, type: 'dashed' as const } },
  axisLabel: { ...axisText(palette), ...(format ? { formatter: format } : {}) },
});

export const grid = { left: 4, right: 8, top: 34, bottom: 4, containLabel: true };
