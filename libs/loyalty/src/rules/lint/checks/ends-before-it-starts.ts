import { hasDay } from '../cases/calendar';
import { type Case, domainOf, EVERYTHING } from '../cases/case';
import { dayOf, lastDayOf } from '../cases/rule-cases';
import { highest } from '../domain/intervals';
import { type Check, warn } from './check';

/** Time in which the rule could work is over, or there is none. */
export const endsBeforeItStarts: Check = (subject, _others, { input }) => {
  const { draft, from, until, window, cases } = subject;
  const error = (path: string, message: string) => [
    warn('ends-before-it-starts', subject, { severity: 'error', path, message }),
  ];
  if (from !== null && until !== null && from >= until)
    return error('validUntil', `有效期的结束（${lastDayOf(until, input)}）早于开始（${dayOf(from, input)}）`);
  if (until !== null && lastDayOf(until, input) < input.today)
    return error('validUntil', `有效期在 ${lastDayOf(until, input)} 已经结束，今天是 ${input.today}`);
  if (window.mayFire && !hasDay(EVERYTHING, { ...window, from: laterOf(window.from, input.today) })) {
    const span = draft.validUntil ? `在有效期 ${window.from ?? input.today} 至 ${window.to} 内` : '今后';
    return error('schedule', `定期（${draft.schedule?.rrule}）${span}一次也不会触发`);
  }
  const last = lastDayNamed(cases ?? []);
  return last !== null && last < input.today
    ? error('condition', `条件只在 ${last} 及以前成立，今天是 ${input.today}：规则不会再生效`)
    : [];
};

/** The last day on which the condition can hold, where every way of meeting it has one. */
const lastDayNamed = (cases: readonly Case[]): string | null => {
  const ends = cases.map((one) => {
    const domain = domainOf(one, 'day');
    return domain?.kind === 'dates' ? highest(domain.set) : null;
  });
  return ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
};

const laterOf = (day: string | null, today: string): string => (day === null || day < today ? today : day);
