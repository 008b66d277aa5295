import chineseDays from 'chinese-days';
import { problemOf } from '../../judging/draft-checks';
import { lint } from '../lint';
import type { CalendarDay } from '../model/lint-input';
import type { WarningCode } from '../model/warning';
import { BAD_RULES } from './bad-rules';
import { GOOD_RULES } from './good-rules';
import { FOCUS, inputOf, type Specimen } from './specimen';

/** As the store asks the library; the days off of 2027 are not announced yet. */
const calendar = (day: string): CalendarDay => {
  const { work, name } = chineseDays.getDayDetail(day);
  const { lunarMon, lunarDay } = chineseDays.getLunarDate(day);
  const lunarMonthDay = [lunarMon, lunarDay].map((part) => String(part).padStart(2, '0')).join('-');
  const announced = day < '2027-01-01';
  return {
    holiday: !announced ? undefined : work ? null : (name.split(',')[1] ?? null),
    isWorkday: announced ? work : undefined,
    lunarMonthDay,
  };
};

const warningsOf = (specimen: Specimen, focus?: string) => lint({ calendar, focus, ...inputOf(specimen) });

describe('the corpus of rules', () => {
  it('holds at least 50 bad and 50 good rules, and bad ones of all ten kinds', () => {
    expect(BAD_RULES.length).toBeGreaterThanOrEqual(50);
    expect(GOOD_RULES.length).toBeGreaterThanOrEqual(50);
    const counts = new Map<WarningCode, number>();
    for (const { expected } of BAD_RULES) counts.set(expected, (counts.get(expected) ?? 0) + 1);
    expect(counts.size).toBe(10);
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(3);
  });

  it.each(BAD_RULES.map((bad) => [bad.expected, bad.draft.name, bad] as const))('bad, %s: %s', (expected, _, bad) => {
    const found = warningsOf(bad, FOCUS).filter(({ ruleId }) => ruleId === FOCUS);
    const texts = found.map(({ code, severity, message }) => `${code} (${severity}): ${message}`);
    const right = found.filter(({ code }) => code === expected);
    expect({ texts, right: right.length > 0 }).toEqual({ texts, right: true });
    expect(right.map(({ message }) => message).join('\n')).toContain(bad.says);
    // A bad rule judges all the same: only the linter stands before it. (Half-open periods apart, which are refused.)
    expect([null, '有效期的结束早于开始']).toContain(problemOf(bad.draft));
  });

  it.each(GOOD_RULES.map((good) => [good.draft.name, good] as const))('good: %s', (_, good) => {
    expect(problemOf(good.draft)).toBeNull();
    expect(warningsOf(good)).toEqual([]);
  });

  it('names rules only once', () => {
    const names = GOOD_RULES.map(({ draft }) => draft.name);
    expect(new Set(names).size).toBe(names.length);
  });
});
