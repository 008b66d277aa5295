import { and, type BadSpecimen, during, has, is, not, or, points, rule, times } from '../specimen';

const expected = 'never-true';

export const NEVER_TRUE: readonly BadSpecimen[] = [
  {
    expected,
    says: '「小时不低于 18」和「小时小于 10」不能同时成立',
    draft: rule('早晚茶双倍', times(200), {
      condition: and(is('hour', '>=', 18), is('hour', '<', 10)),
      caps: { perDay: 200 },
    }),
  },
  {
    expected,
    says: '星期只有周一、周二、周三、周四、周五、周六、周日',
    draft: rule('周日双倍', times(200), { condition: is('weekday', '==', 0), caps: { perDay: 200 } }),
  },
  {
    expected,
    // The screen kept the days as texts; the engine looks for the very same value.
    says: '名单里写的是文字，不是数字',
    draft: rule('周末双倍', times(200), { condition: is('weekday', 'in', ['6', '7']), caps: { perDay: 200 } }),
  },
  {
    expected,
    says: '没有这个节假日名称（现有：元旦、春节、清明、劳动节、端午、中秋、国庆节）',
    draft: rule('中秋团圆礼', points(50), {
      condition: and(is('holiday', '==', '中秋节'), is('amountFen', '>=', 5000)),
    }),
  },
  {
    expected,
    says: '没有一天符合「月日是『10-01』」',
    draft: rule('国庆加倍', times(150), {
      condition: is('monthDay', '==', '10-01'),
      ...during('2026-09-01', '2026-09-30'),
      budget: 50_000,
    }),
  },
  {
    expected,
    says: '有效期 2026-07-01 至 2026-07-02 内没有一天符合',
    draft: rule('周六快闪', points(20), {
      condition: and(is('weekday', '==', 6), is('amountFen', '>=', 3000)),
      ...during('2026-07-01', '2026-07-02'),
      budget: 20_000,
    }),
  },
  {
    expected,
    says: '不能同时成立',
    draft: rule('新客首单礼', points(50), {
      condition: and(is('ordinal', '==', 1), is('history.purchases.d90', '>=', 2)),
    }),
  },
  {
    expected,
    says: '「门店是『21』」和「适用门店 11、12」不能同时成立',
    draft: rule('旗舰店开业', points(30), {
      condition: and(is('storeId', '==', '21'), is('amountFen', '>=', 3000)),
      stores: ['11', '12'],
    }),
  },
  {
    expected,
    says: '法定节假日',
    draft: rule('节日上班族', points(20), {
      condition: and(is('isHoliday', '==', true), is('isWorkday', '==', true), is('amountFen', '>=', 3000)),
    }),
  },
  {
    expected,
    says: '「或」的一支「农历月日是『13-01』」永远不会成立',
    draft: rule('腊月新春茶礼', points(20), {
      condition: and(
        is('amountFen', '>=', 5000),
        or(is('lunarMonthDay', '==', '12-08'), is('lunarMonthDay', '==', '13-01')),
      ),
    }),
  },
  {
    expected,
    says: '没有这个标签',
    draft: rule('茶友专享', points(10), {
      condition: and(has('tags', '茶友'), not(has('tags', '沉睡')), is('amountFen', '>=', 3000)),
    }),
  },
  {
    expected,
    says: '「入会天数不低于 30」不可能：入会天数是 0 到 1 的整数',
    draft: rule('老友回归礼', points(10), { trigger: 'sign-up', condition: is('daysAsMember', '>=', 30) }),
  },
];
