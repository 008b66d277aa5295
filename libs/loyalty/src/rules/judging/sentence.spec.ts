import { DEFAULT_RULES } from '../default-programme';
import { conditionText } from './condition-text';
import { diffOf } from './diff';
import { type JsonLogic, NO_CAPS, type RuleDraft } from './rule';
import { sentenceOf } from './sentence';
import type { Names } from './sentence-names';
import { draft, PER_YUAN } from './spec-builders';

const NAMES: Names = {
  tiers: new Map([
    ['gold-leaf', '金叶'],
    ['rock-tea', '岩茶'],
  ]),
  stores: new Map([
    ['11', '湖滨店'],
    ['12', '龙井店'],
  ]),
  coupons: new Map([['5', '满 30 减 6']]),
  tags: new Map([['regular', '老客']]),
  // Shanghai is eight hours ahead, all year.
  wall: (iso) => {
    const local = new Date(Date.parse(iso) + 8 * 3_600_000).toISOString();
    return { day: local.slice(0, 10), time: local.slice(11, 16) };
  },
};

const fact = (name: string) => ({ var: name });
const eq = (name: string, value: unknown): JsonLogic => ({ '==': [fact(name), value] });
const ge = (name: string, value: unknown): JsonLogic => ({ '>=': [fact(name), value] });

describe('a condition in words', () => {
  it.each<[string, JsonLogic]>([
    ['生日当天', eq('isBirthday', true)],
    ['不是法定节假日', eq('isHoliday', false)],
    ['不是法定节假日', { '!': [fact('isHoliday')] }],
    ['首次消费', eq('ordinal', 1)],
    ['第 3 次消费', eq('ordinal', 3)],
    ['前 3 次消费', { '<=': [fact('ordinal'), 3] }],
    ['第 3 次及以后的消费', ge('ordinal', 3)],
    ['周六或周日', { in: [fact('weekday'), [6, 7]] }],
    ['不是周一', { '!=': [fact('weekday'), 1] }],
    ['周一到周五', { '<=': [1, fact('weekday'), 5] }],
    ['14:00 到 18:00', { '<=': [14, fact('hour'), 17] }],
    ['14:00 以后', ge('hour', 14)],
    ['18:00 以前', { '<': [fact('hour'), 18] }],
    ['9、10 点', { in: [fact('hour'), [9, 10]] }],
    ['6 月', eq('month', 6)],
    ['每月 8、18、28 日', { in: [fact('dayOfMonth'), [8, 18, 28]] }],
    ['6 月 18 日', eq('monthDay', '06-18')],
    ['农历八月十五', eq('lunarMonthDay', '08-15')],
    ['农历正月初一或农历腊月廿三', { in: [fact('lunarMonthDay'), ['01-01', '12-23']] }],
    ['2026-06-18 当天', eq('day', '2026-06-18')],
    ['2026-06-01 到 2026-06-18', { '<=': ['2026-06-01', fact('day'), '2026-06-18'] }],
    ['实付金额满 ¥100', ge('amountFen', 10_000)],
    ['实付金额满 ¥100', { '<=': [10_000, fact('amountFen')] }],
    ['实付金额不到 ¥99.50', { '<': [fact('amountFen'), 9950] }],
    ['实付金额在 ¥50 到 ¥100 之间', { '<=': [5000, fact('amountFen'), 10_000] }],
    ['件数不少于 3 件', ge('quantity', 3)],
    ['近 30 天消费次数不少于 3 次', ge('history.purchases.d30', 3)],
    ['近 90 天消费金额超过 ¥1,000', { '>': [fact('history.amountFen.d90'), 100_000] }],
    ['入会天数少于 30 天', { '<': [fact('daysAsMember'), 30] }],
    ['等级为「金叶」', eq('tier', 'gold-leaf')],
    ['等级为「金叶」或「岩茶」', { in: [fact('tier'), ['gold-leaf', 'rock-tea']] }],
    ['等级不是「金叶」或「岩茶」', { '!': { in: [fact('tier'), ['gold-leaf', 'rock-tea']] } }],
    ['没有等级', eq('tier', null)],
    ['带有标签「老客」', { in: ['regular', fact('tags')] }],
    ['没有标签「老客」', { '!': [{ in: ['regular', fact('tags')] }] }],
    ['带有标签「老客」或「vip」', { some: [fact('tags'), { in: [fact(''), ['regular', 'vip']] }] }],
    ['包含「茶饮」', { in: ['茶饮', fact('categories')] }],
    ['不含「烟酒」', { '!': { in: ['烟酒', fact('categories')] } }],
    ['渠道为「小程序」', eq('channel', 'mini-program')],
    ['门店为「湖滨店」', eq('storeId', '11')],
    ['节日名称为「春节」', eq('holiday', '春节')],
    ['score 为 3', eq('event.score', 3)],
    [
      '有一种商品满足（品类为「茶饮」，且件数不少于 2 件，且金额满 ¥30）',
      { some: [fact('lines'), { and: [eq('category', '茶饮'), ge('quantity', 2), ge('amountFen', 3000)] }] },
    ],
    ['周六或周日，且实付金额满 ¥100', { and: [{ in: [fact('weekday'), [6, 7]] }, ge('amountFen', 10_000)] }],
    [
      '（法定节假日，或周日），且等级为「岩茶」',
      { and: [{ or: [eq('isHoliday', true), eq('weekday', 7)] }, eq('tier', 'rock-tea')] },
    ],
    ['不满足（周六，且首次消费）', { '!': [{ and: [eq('weekday', 6), eq('ordinal', 1)] }] }],
    ['几号是 2 的倍数', { '==': [{ '%': [fact('dayOfMonth'), 2] }, 0] }],
    ['几号除以 2 的余数等于 1', { '==': [{ '%': [fact('dayOfMonth'), 2] }, 1] }],
  ])('%s', (text, tree) => expect(conditionText(tree, NAMES)).toBe(text));

  it('leaves names as people wrote them', () =>
    expect(conditionText(eq('holiday', 'A类5折¥1'), NAMES)).toBe('节日名称为「A类5折¥1」'));
});

const [base, tier, birthday, first, signUp] = DEFAULT_RULES as [RuleDraft, RuleDraft, RuleDraft, RuleDraft, RuleDraft];
const weekend = { and: [{ in: [fact('weekday'), [6, 7]] }, ge('amountFen', 10_000)] };
const rate: RuleDraft['effect'] = { ...PER_YUAN, points: 2, perFen: 1000, wholeSteps: true } as RuleDraft['effect'];
const fixed: RuleDraft['effect'] = { kind: 'fixed-points', points: 1000 };

describe('a rule as a sentence', () => {
  it.each<[string, RuleDraft]>([
    ['每消费 ¥1 得 1 分。', base],
    ['积分按会员等级加倍。', tier],
    ['生日当天，积分 ×2，每人每日最多 500 分。', birthday],
    ['首次消费时，奖励 50 分。', first],
    ['入会时，若渠道为「小程序」，奖励 20 分。', signUp],
    [
      '积分按会员等级加倍（「金叶」×1.5、「岩茶」×2）。',
      draft({ kind: 'tier-multiplier', perTier: { 'gold-leaf': 150, 'rock-tea': 200 } }),
    ],
    [
      '除「烟酒」以外的商品，每满 ¥10 得 2 分，限「湖滨店」、「龙井店」，有效期 2026-06-01 至 2026-06-30。',
      draft(rate, {
        lines: { categories: ['烟酒'], skus: [], except: true },
        stores: ['11', '12'],
        validFrom: '2026-05-31T16:00:00Z',
        validUntil: '2026-06-30T16:00:00Z',
      }),
    ],
    [
      '周六或周日，且实付金额满 ¥100 时，「茶饮」、商品 tea-1 的商品积分 ×2，每笔最多 100 分，每人每月最多 1,000 分，总预算 ¥5,000，每店预算 ¥500，「节日」同组只取最优，限小程序、电商渠道，自 2026-06-01 10:00 起。',
      draft(
        { kind: 'multiplier', percent: 200 },
        {
          condition: weekend,
          lines: { categories: ['茶饮'], skus: ['tea-1'], except: false },
          caps: { ...NO_CAPS, perPurchase: 100, perMonth: 1000 },
          budget: { unit: 'fen', total: 500_000, perStore: 50_000 },
          stacking: { group: '节日', mode: 'best' },
          channels: ['mini-program', 'e-commerce'],
          validFrom: '2026-06-01T02:00:00Z',
        },
      ),
    ],
    [
      '每消费 ¥1 得 1 分（四舍五入），7 天后到账，到账后 90 天内有效。',
      draft({ ...PER_YUAN, rounding: 'nearest' } as RuleDraft['effect'], {
        lot: { activateAfterDays: 7, activateOn: null, expireAfterDays: 90 },
      }),
    ],
    [
      '报名活动时，奖励 1,000 分，到场参加活动后到账。',
      draft(fixed, {
        trigger: 'activity-joined',
        lot: { activateAfterDays: null, activateOn: 'activity-attended', expireAfterDays: null },
      }),
    ],
    [
      '每月 8 日 10:00，送「满 30 减 6」1 张，每人每月最多 1 次。',
      draft(
        { kind: 'coupon', templateId: '5', count: 1 },
        {
          trigger: 'schedule',
          schedule: { rrule: 'FREQ=MONTHLY;BYMONTHDAY=8', hour: 10 },
          caps: { ...NO_CAPS, perMonth: 1 },
        },
      ),
    ],
    [
      '生日当天，若等级为「岩茶」，奖励 1,000 分。',
      draft(fixed, { trigger: 'birthday', condition: eq('tier', 'rock-tea') }),
    ],
    [
      '发生「park.visit」时，打上标签「老客」。',
      draft({ kind: 'tag', tagCode: 'regular' }, { trigger: 'custom', customEvent: 'park.visit' }),
    ],
    [
      '每消费 ¥1 得 1 成长值，生效时不再叠加其他奖励。',
      draft({ kind: 'tier-points', points: 1, perFen: 100 }, { exclusive: true }),
    ],
  ])('%s', (sentence, rule) => expect(sentenceOf(rule, NAMES)).toBe(sentence));
});

describe('what differs between two versions', () => {
  const change = (after: Partial<RuleDraft>, before: RuleDraft = base) =>
    diffOf(before, { ...before, ...after }, NAMES).map((one) => `${one.field}：${one.before} → ${one.after}`);

  it.each<[string, Partial<RuleDraft>, readonly string[]]>([
    ['nothing', {}, []],
    ['name', { name: '双倍' }, ['名称：消费积分 → 双倍']],
    ['a cap', { caps: { ...NO_CAPS, perDay: 300 } }, ['每日上限：不限 → 300 分']],
    ['the condition', { condition: weekend }, ['条件：无 → 周六或周日，且实付金额满 ¥100']],
    [
      'the effect',
      { effect: { ...PER_YUAN, points: 2 } as RuleDraft['effect'] },
      ['奖励：每消费 ¥1 得 1 分 → 每消费 ¥1 得 2 分'],
    ],
    [
      'budget, stores and end',
      {
        budget: { unit: 'points', total: 10_000, perStore: null },
        stores: ['11'],
        validUntil: '2026-06-30T16:00:00Z',
      },
      ['总预算：不限 → 10,000 分', '结束时间：长期 → 2026-06-30', '适用门店：全部门店 → 「湖滨店」'],
    ],
    ['stacking', { exclusive: true, priority: 5 }, ['独享：否 → 是', '优先级：0 → 5']],
  ])('%s', (_, after, lines) => expect(change(after)).toEqual(lines));

  it('tells the text of a message', () =>
    expect(
      change(
        { effect: { kind: 'message', title: '生日', text: '快乐！' } },
        draft({ kind: 'message', title: '生日', text: '好' }),
      ),
    ).toEqual(['奖励：发送消息「生日」：好 → 发送消息「生日」：快乐！']));
});
