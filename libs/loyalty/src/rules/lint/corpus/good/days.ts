import { and, coupon, during, is, only, or, points, rule, type Specimen, times } from '../specimen';

/** Festivals, the lunar calendar, periods and schedules. */
export const DAYS: readonly Specimen[] = [
  {
    draft: rule('中秋团圆', times(150), { condition: is('lunarMonthDay', '==', '08-15'), caps: { perDay: 300 } }),
  },
  {
    draft: rule('国庆七天', times(200), {
      condition: is('holiday', '==', '国庆节'),
      ...during('2026-10-01', '2026-10-07'),
      caps: { perDay: 200 },
      budget: 300_000,
    }),
  },
  {
    draft: rule('节假日出游', points(5), { condition: and(is('isHoliday', '==', true), is('amountFen', '>=', 3000)) }),
  },
  {
    draft: rule('春节与元旦', times(150), { condition: is('holiday', 'in', ['春节', '元旦']), caps: { perDay: 200 } }),
  },
  {
    draft: rule('腊八与小年', points(8), {
      condition: and(
        or(is('lunarMonthDay', '==', '12-08'), is('lunarMonthDay', '==', '12-23')),
        is('amountFen', '>=', 3000),
      ),
    }),
  },
  {
    // 18 to 21 June 2026 hold a Saturday.
    draft: rule('618 周六加码', times(200), {
      condition: is('weekday', '==', 6),
      ...during('2026-06-18', '2026-06-21'),
      caps: { perDay: 300 },
      budget: 200_000,
    }),
  },
  {
    draft: rule('闰日彩蛋', points(29), { condition: and(is('monthDay', '==', '02-29'), is('amountFen', '>=', 2900)) }),
  },
  {
    draft: rule('七月新品', times(200), {
      ...during('2026-07-01', '2026-07-31'),
      lines: only('新品'),
      caps: { perMonth: 500 },
      budget: { unit: 'fen', total: 500_000, perStore: 50_000 },
    }),
  },
  {
    draft: rule('冬季热饮', times(120), { condition: is('month', 'in', [12, 1, 2]), lines: only('热饮') }),
  },
  {
    draft: rule('每月 8 日会员礼', points(5), {
      trigger: 'schedule',
      schedule: { rrule: 'FREQ=MONTHLY;BYMONTHDAY=8', hour: 10 },
      condition: is('tier', 'in', ['gold-leaf', 'rock-tea']),
    }),
  },
  {
    draft: rule('每周五发券', coupon('18'), {
      trigger: 'schedule',
      schedule: { rrule: 'FREQ=WEEKLY;BYDAY=FR', hour: 9 },
      condition: is('history.purchases.d30', '>=', 2),
    }),
  },
  {
    draft: rule(
      '月末提醒',
      { kind: 'message', title: '月末了', text: '本月积分还没用？来喝一杯' },
      {
        trigger: 'schedule',
        schedule: { rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1', hour: 18 },
      },
    ),
  },
  {
    draft: rule('母亲节茶礼', points(10), {
      trigger: 'schedule',
      schedule: { rrule: 'FREQ=YEARLY;BYMONTH=5;BYDAY=2SU', hour: 8 },
      condition: is('weekday', '==', 7),
    }),
  },
];
