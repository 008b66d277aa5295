import { type BadSpecimen, during, is, points, rule, times } from '../specimen';

const expected = 'ends-before-it-starts';

export const ENDS_BEFORE_IT_STARTS: readonly BadSpecimen[] = [
  {
    expected,
    says: '有效期在 2026-05-05 已经结束，今天是 2026-06-15',
    draft: rule('五一双倍', times(200), { ...during('2026-05-01', '2026-05-05'), budget: 100_000 }),
  },
  {
    expected,
    says: '有效期的结束（2026-06-30）早于开始（2026-07-01）',
    draft: rule('暑期双倍', times(200), {
      validFrom: '2026-07-01T00:00:00+08:00',
      validUntil: '2026-07-01T00:00:00+08:00',
      budget: 100_000,
    }),
  },
  {
    expected,
    says: '在有效期 2026-07-01 至 2026-07-05 内一次也不会触发',
    draft: rule('8 号会员日礼', points(5), {
      trigger: 'schedule',
      schedule: { rrule: 'FREQ=MONTHLY;BYMONTHDAY=8', hour: 10 },
      ...during('2026-07-01', '2026-07-05'),
      budget: 100_000,
    }),
  },
  {
    expected,
    says: '今后一次也不会触发',
    draft: rule('每周五发礼', points(2), {
      trigger: 'schedule',
      schedule: { rrule: 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20260430T000000Z', hour: 9 },
    }),
  },
  {
    expected,
    says: '条件只在 2025-12-31 及以前成立',
    draft: rule('去年双十二', points(12), {
      condition: { and: [{ '<=': ['2025-12-12', { var: 'day' }, '2025-12-31'] }, is('amountFen', '>=', 5000)] },
    }),
  },
];
