import { DEFAULT_TIERS } from '../default-programme';
import type { TierSettings } from '../settings';
import { benefitLines, birthdayBenefit, birthdaysAround, monthlyBenefit } from './benefits';
import { grantTier } from './grants';
import { aTier, Course, LADDER } from './spec-builders';
import { standingOf } from './standing';
import { tiersProblem } from './tier-checks';
import { NO_BENEFITS, type Tier } from './tiers';

const [silver, gold, rock] = LADDER as [Tier, Tier, Tier];

describe('a list of tiers', () => {
  it('of a new brand is right', () => {
    expect(tiersProblem(DEFAULT_TIERS)).toBeNull();
    expect(tiersProblem(LADDER)).toBeNull();
  });

  it.each<[string, readonly Tier[]]>([
    ['至少需要一个等级', []],
    ['最多 10 个等级', Array.from({ length: 11 }, (_, i) => aTier(`t${i}`, i, 0, 0))],
    ['第一个等级的门槛必须都是 0：入会即是', [gold]],
    ['等级代码不能重复', [silver, { ...gold, code: 'silver' }]],
    ['等级名称不能重复', [silver, { ...gold, name: '银叶 ' }]],
    ['等级代码由小写字母、数字和连字符组成，最多 32 个', [silver, { ...gold, code: "x'; DROP" }]],
    ['等级名称需要 1 到 12 个字', [silver, { ...gold, name: ' ' }]],
    ['等级名称需要 1 到 12 个字', [silver, { ...gold, name: '🍵'.repeat(13) }]],
    ['金叶的颜色不对', [silver, { ...gold, colour: 'red' }]],
    ['金叶的积分倍数必须在 1 到 10 倍之间', [silver, { ...gold, multiplierPercent: 99 }]],
    ['金叶的升级门槛必须高于银叶', [silver, { ...gold, enterAt: 0 }]],
    ['岩茶的升级门槛必须高于金叶', [silver, gold, { ...rock, enterAt: 2000 }]],
    ['金叶的门槛必须是不小于零的整数', [silver, { ...gold, leaveAt: -1 }]],
    ['金叶的门槛必须是不小于零的整数', [silver, { ...gold, enterAt: 2000.5 }]],
    ['金叶的门槛必须是不小于零的整数', [silver, { ...gold, enterAt: 2_000_000_000 }]],
    ['金叶的保级门槛不能高于升级门槛', [silver, { ...gold, keepAt: 2001 }]],
    ['金叶的直降门槛不能高于保级门槛', [silver, { ...gold, leaveAt: 1501 }]],
    [
      '金叶：每月的券每种 1 到 10 张',
      [silver, { ...gold, benefits: { ...NO_BENEFITS, monthlyCoupons: [{ templateId: '1', count: 0 }] } }],
    ],
    ['金叶：生日礼需要积分或券', [silver, { ...gold, benefits: { ...NO_BENEFITS, birthdayGift: {} } }]],
    ['金叶：权益说明最多 12 条，每条 1 到 40 个字', [silver, { ...gold, benefits: { ...NO_BENEFITS, texts: [''] } }]],
  ])('%s', (problem, tiers) => expect(tiersProblem(tiers)).toBe(problem));
});

describe('standing', () => {
  const ROLLING: TierSettings = { basis: 'tier-points', window: { kind: 'rolling', months: 12 }, graceDays: 30 };
  const at = (course: Course, pointsPerYuan = 1) => standingOf(course.state, course.context, pointsPerYuan);
  const aCourse = (basis: TierSettings['basis'] = 'tier-points') => new Course('2026-01-10', { ...ROLLING, basis });

  it.each([
    ['tier-points' as const, 1, '再消费约 ¥1,880 升级金叶'],
    ['tier-points' as const, 0, '再得 1,880 成长值升级金叶'],
    ['net-spend' as const, 1, '再消费 ¥18.80 升级金叶'],
    ['visits' as const, 1, '再消费 1,880 次升级金叶'],
  ])('by %s: what is missing to the next tier in plain words', (basis, pointsPerYuan, hint) =>
    expect(at(aCourse(basis).buy('2026-02-01', 120), pointsPerYuan)).toMatchObject({
      qualifying: 120,
      next: { code: 'gold', missing: 1880, hint },
      progressPercent: 6,
      keep: null,
    }),
  );

  it('a multiplier of the tier makes the way shorter', () => {
    const course = aCourse().buy('2026-02-01', 2000);
    course.context = { ...course.context, tiers: [silver, { ...gold, multiplierPercent: 150 }, rock] };
    expect(at(course)).toMatchObject({ next: { hint: '再消费约 ¥4,000 升级岩茶' }, progressPercent: 0 });
  });

  it('tells what keeps the tier, and until when', () => {
    const course = aCourse().buy('2026-06-15', 2000).buy('2026-09-01', 1200);
    expect(at(course)?.keep).toEqual({
      code: 'gold',
      name: '金叶',
      keepAt: 1500,
      counted: 1200,
      missing: 300,
      from: '2026-06-16',
      until: '2027-06-15',
      graceUntil: null,
      keptUntil: '2028-06-15',
      progressPercent: 80,
      hint: '再得 300 成长值可保级至 2028年6月15日',
    });
    course.buy('2026-10-01', 300);
    expect(at(course)?.keep?.hint).toBe('已达保级条件，金叶可保留至 2028年6月15日');
  });

  it('warns in the grace', () => {
    const course = aCourse().buy('2026-06-15', 2000).buy('2026-09-01', 900).to('2027-06-20');
    expect(at(course)?.keep).toMatchObject({
      missing: 600,
      graceUntil: '2027-07-15',
      hint: '宽限至 2027年7月15日：再得 600 成长值可保住金叶，否则降为银叶',
    });
  });

  it('has nothing above the last tier, tells the end of a grant, and nothing without tiers', () => {
    expect(at(aCourse().buy('2026-02-01', 9000))).toMatchObject({ next: null, progressPercent: 100 });
    const course = aCourse().to('2026-02-01');
    course.take(grantTier(course.state, 'gold', '2026-12-31', course.context));
    expect(at(course)).toMatchObject({ tier: gold, grantUntil: '2026-12-31', keep: null, next: { code: 'rock' } });
    expect(standingOf({ ...course.state, code: null }, course.context, 1)).toBeNull();
  });
});

describe('benefits that are due', () => {
  const giving: Tier = {
    ...gold,
    benefits: {
      ...NO_BENEFITS,
      monthlyCoupons: [{ templateId: '31', count: 2 }],
      birthdayGift: { points: 200, couponTemplateId: '32' },
    },
  };

  it('coupons of the month, under the month', () => {
    expect(monthlyBenefit(giving, '2026-06-15')).toEqual({
      key: 'monthly:2026-06',
      gifts: [{ kind: 'coupon', templateId: '31', count: 2, reason: '金叶6月权益券' }],
    });
    expect(monthlyBenefit(silver, '2026-06-15')).toBeNull();
  });

  it.each([
    ['06-15', '2026-06-15', 'birthday:2026'],
    ['06-15', '2026-06-14', null],
    ['06-15', '2026-06-21', 'birthday:2026'],
    ['06-15', '2026-06-22', null],
    ['12-31', '2027-01-02', 'birthday:2026'],
    ['02-29', '2026-02-28', 'birthday:2026'],
    ['02-29', '2028-02-28', null],
    ['02-29', '2028-02-29', 'birthday:2028'],
    [null, '2026-06-15', null],
  ])('L14 a birthday on %s, looked at on %s: %s', (birthday, day, key) =>
    expect(birthdayBenefit(giving, birthday, day)?.key ?? null).toBe(key),
  );

  it('are told in lines that shoppers read', () => {
    expect(benefitLines({ ...giving, multiplierPercent: 150 })).toEqual([
      '1.5 倍积分',
      '每月 2 张优惠券',
      '生日礼：200 积分、优惠券 1 张',
    ]);
    expect(benefitLines({ ...silver, benefits: { ...NO_BENEFITS, prioritySeats: true, texts: ['新品品鉴'] } })).toEqual(
      ['活动优先报名', '新品品鉴'],
    );
  });

  it('a birthday gift holds points and a coupon', () => {
    expect(birthdayBenefit(giving, '06-15', '2026-06-15')?.gifts).toEqual([
      { kind: 'points', points: 200, reason: '金叶生日礼' },
      { kind: 'coupon', templateId: '32', count: 1, reason: '金叶生日礼' },
    ]);
    expect(birthdaysAround('2026-03-02')).toEqual(expect.arrayContaining(['03-02', '02-28', '02-29', '02-24']));
  });
});
