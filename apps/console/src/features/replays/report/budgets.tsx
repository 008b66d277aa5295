import { useMemo } from 'react';
import type { ReplayReport } from '../../../shared/api/types';
import { Chart } from '../../../shared/chart/chart';
import { categoryAxis, grid, tooltipLook, valueAxis } from '../../../shared/chart/options';
import { formatCount, formatPoints } from '../../../shared/format/money';
import { shortDate, showDate } from '../../../shared/format/time';
import { useAppearance } from '../../../shared/theme/theme-provider';
import type { Palette } from '../../../shared/theme/tokens';
import styles from '../replays.module.css';
import { t } from '../strings';
import { sideName } from './sides';

type Budget = ReplayReport['budgets'][number];

const nameOf = ({ name, set }: Budget): string => t.budgetOf(name, sideName(set));

/** What was left at the end of each day of the replay; a day without use keeps what the day before had. */
const courseOf = ({ atStart, days }: Budget, all: readonly string[]): (number | null)[] => {
  const left = new Map(days.map((day) => [day.day, day.left]));
  let now = atStart;
  return all.map((day) => {
    now = left.get(day) ?? now;
    return now;
  });
};

const PERCENT = 100;

/** In percent of what there was at the start, so that a large budget does not flatten a small one. */
const percentOf = (left: number | null, { atStart }: Budget): number | null =>
  left === null || !atStart ? null : Math.round((left * PERCENT * 10) / atStart) / 10;

const textOf = ({ set: _, ...budget }: Budget): string => JSON.stringify(budget);

/** A budget that goes alike under both sets is drawn and told once. */
const distinct = (budgets: Budget[]): Budget[] => {
  const active = new Set(budgets.filter(({ set }) => set === 'active').map(textOf));
  return budgets.filter((budget) => budget.set === 'active' || !active.has(textOf(budget)));
};

function BurnDown({ report, budgets }: { report: ReplayReport; budgets: Budget[] }) {
  const { palette } = useAppearance();
  const option = useMemo(() => {
    const days = report.days.map(({ day }) => day);
    return {
      grid: { ...grid, top: 48 },
      legend: { top: 0, right: 0, type: 'scroll', textStyle: { color: palette.textSoft }, itemWidth: 18 },
      tooltip: {
        ...tooltipLook(palette),
        formatter: (points: { seriesIndex: number; dataIndex: number; marker: string }[]) =>
          points
            .map(({ seriesIndex, dataIndex, marker }) => {
              const budget = budgets[seriesIndex];
              const left = budget ? courseOf(budget, days)[dataIndex] : null;
              if (!budget || left === null || left === undefined) return '';
              const share = percentOf(left, budget) ?? 0;
              return `${marker}${nameOf(budget)} ${t.budgetShare(formatPoints(left), String(share))}`;
            })
            .filter(Boolean)
            .join('<br/>'),
      },
      xAxis: categoryAxis(palette, days.map(shortDate)),
      yAxis: { ...valueAxis(palette, t.budgetLeft, (value) => `${value}%`), max: PERCENT },
      series: budgets.map((budget, i) => ({
        name: nameOf(budget),
        type: 'line',
        step: 'end',
        showSymbol: days.length < 3,
        lineStyle: { width: 2, type: budget.set === 'draft' ? 'solid' : 'dashed', color: colourOf(palette, i) },
        itemStyle: { color: colourOf(palette, i) },
        data: courseOf(budget, days).map((left) => percentOf(left, budget)),
      })),
    };
  }, [report, budgets, palette]);
  return <Chart option={option} height={240} label={t.budgets} />;
}

const colourOf = ({ primary, accent, info, bad, good, warn }: Palette, i: number): string =>
  [primary, accent, info, bad, good, warn][i % 6] ?? primary;

const sentenceOf = (budget: Budget): string[] => {
  const name = nameOf(budget);
  const whole = budget.endedOn
    ? [t.budgetEnds(name, showDate(budget.endedOn))]
    : budget.atStart === null
      ? []
      : [t.budgetLasts(name, formatPoints(budget.days.at(-1)?.left ?? budget.atStart))];
  const stores =
    budget.storesEnded > 0
      ? [t.budgetStores(name, formatCount(budget.storesEnded), showDate(budget.firstStoreEndedOn))]
      : [];
  return [...whole, ...stores];
};

export function Budgets({ report }: { report: ReplayReport }) {
  const told = useMemo(() => distinct(report.budgets), [report]);
  const drawn = useMemo(() => told.filter(({ atStart }) => atStart !== null && atStart > 0), [told]);
  if (report.budgets.length === 0) return <span className={styles.soft}>{t.budgetsNone}</span>;
  return (
    <>
      <ul className={styles.sentences}>
        {told.flatMap((budget) => sentenceOf(budget).map((text) => <li key={text}>{text}</li>))}
      </ul>
      {drawn.length > 0 ? <BurnDown report={report} budgets={drawn} /> : null}
    </>
  );
}
