import { contains, type MemberId } from '@fanloop/kernel';
import type { Queryable } from '@fanloop/platform';
import { Injectable, Logger } from '@nestjs/common';
import { birthdaysOn, type Day, plusDays } from '../rules/calendar/days';
import type { JudgingRule } from '../rules/judging/rule';
import { BrandTime } from '../store/brand-time';
import { recurrenceDays } from '../store/recurrence-days';
import type { ClockRun } from './clock-sweep';

/** A worker that was away makes up for so many days. */
const DAYS_BACK = 3;
/** All rules that wait for birthdays share one run a day. */
const ALL_RULES = '0';

/** Once per member and year, whichever day it is kept on. */
export const birthdayReference = (memberId: MemberId, day: Day): string => `birthday:${memberId}:${day.slice(0, 4)}`;

/** What is due now of rules that the clock fires: days and hours are the brand's. */
@Injectable()
export class ClockRuns {
  private readonly logger = new Logger(ClockRuns.name);

  constructor(private readonly time: BrandTime) {}

  /** @param since the moment from which each rule may fire, by its id */
  due(rules: readonly JudgingRule[], since: ReadonlyMap<string, Date>, now: Date): ClockRun[] {
    const today = this.time.day(now);
    const days = Array.from({ length: DAYS_BACK + 1 }, (_, i) => plusDays(today, i - DAYS_BACK));
    const activeBy = (rule: JudgingRule, moment: Date): boolean => (since.get(rule.ruleId) ?? now) <= moment;
    const scheduled = rules.flatMap((rule) =>
      this.daysOf(rule, days).flatMap((day) => {
        const at = this.time.at(day, rule.draft.schedule!.hour);
        return at <= now && activeBy(rule, at) && contains(rule.valid, at) ? [scheduleRun(rule.ruleId, day, at)] : [];
      }),
    );
    const birthdays = rules.filter(({ draft }) => draft.trigger === 'birthday');
    const kept = days.filter((day) =>
      birthdays.some((rule) => activeBy(rule, this.time.endOf(day)) && contains(rule.valid, this.time.startOf(day))),
    );
    return [...scheduled, ...kept.map((day) => birthdayRun(day, this.time.startOf(day)))];
  }

  /** A rule whose days cannot be read is told of and passed over: it must not keep the others from their time. */
  private daysOf({ ruleId, valid, draft }: JudgingRule, days: readonly Day[]): Day[] {
    if (draft.trigger !== 'schedule' || !draft.schedule) return [];
    try {
      const anchor = valid.from === null ? undefined : this.time.day(valid.from);
      return recurrenceDays(draft.schedule.rrule, days[0]!, days.at(-1)!, anchor);
    } catch (error) {
      this.logger.error({ ruleId, err: error }, 'the days of a rule cannot be read');
      return [];
    }
  }
}

/** For every member who had an account by then and has it still. */
const scheduleRun = (ruleId: string, day: Day, at: Date): ClockRun => {
  const named = { trigger: 'schedule' as const, eventName: ruleId };
  return {
    ...named,
    ruleId,
    day,
    members: (db, after, limit) =>
      idsOf(db, 'member_id > ? AND closed_at IS NULL AND opened_at <= ?', [after, at], limit),
    event: (memberId) => ({ ...named, memberId, reference: `schedule:${ruleId}:${day}:${memberId}`, at }),
  };
};

/** For those born on that day; 29 February is kept on the 28th of other years. */
const birthdayRun = (day: Day, at: Date): ClockRun => {
  const named = { trigger: 'birthday' as const, eventName: null };
  return {
    ...named,
    ruleId: ALL_RULES,
    day,
    members: (db, after, limit) =>
      idsOf(db, 'birthday IN (?) AND member_id > ? AND closed_at IS NULL', [birthdaysOn(day), after], limit),
    event: (memberId) => ({ ...named, memberId, reference: birthdayReference(memberId, day), at }),
  };
};

const idsOf = async (db: Queryable, which: string, params: readonly unknown[], limit: number): Promise<MemberId[]> => {
  const rows = await db.query<{ member_id: string }>(
    `SELECT member_id FROM loyalty_points_account WHERE ${which} ORDER BY member_id LIMIT ?`,
    [...params, limit],
  );
  return rows.map((row) => row.member_id);
};
