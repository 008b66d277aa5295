import { DEFAULT_RULES } from '../default-programme';
import { assertDraft } from './draft-checks';
import type { RuleDraft } from './rule';
import { sentenceOf } from './sentence';

const [base] = DEFAULT_RULES;
const draft = (change: Partial<RuleDraft>): RuleDraft => ({ ...base!, ...change });

describe('drafts of rules', () => {
  it('accepts the default programme', () => DEFAULT_RULES.forEach(assertDraft));

  it.each<[string, Partial<RuleDraft>]>([
    ['请填写名称', { name: ' ' }],
    ['触发时机与规则类型不符', { trigger: 'sign-up' }],
    ['每元积分', { params: { pointsPerYuan: 0 } }],
    ['每元积分', { params: { pointsPerYuan: -1 } }],
    ['每元积分', { params: { pointsPerYuan: 0.125 } }],
    ['每元积分', { params: {} }],
    ['请选择品类', { kind: 'category-multiplier', params: { multiplierPercent: 200 } }],
    ['倍数必须', { kind: 'category-multiplier', params: { category: '茶', multiplierPercent: 50 } }],
    ['倍数必须', { kind: 'tier-multiplier', params: { perTier: { gold: 0 } } }],
    ['奖励积分', { kind: 'first-purchase-bonus', params: { points: -5 } }],
    ['每日上限', { capPerDayPoints: -1 }],
    ['早于开始', { validFrom: '2026-06-15T00:00:00Z', validUntil: '2026-06-15T00:00:00Z' }],
    ['不认识的运算「throw」', { condition: { throw: ['x'] } }],
    ['不认识的事实「phone」', { condition: { '==': [{ var: 'phone' }, '1'] } }],
    ['只能有一个运算', { condition: { '==': [1, 1], '>': [2, 1] } }],
  ])('refuses: %s', (problem, change) => expect(() => assertDraft(draft(change))).toThrow(problem));

  it('lets names inside lists belong to their elements', () =>
    assertDraft(draft({ condition: { some: [{ var: 'lines' }, { '>': [{ var: 'amountFen' }, 100] }] } })));

  it.each<[string, RuleDraft]>([
    ['每消费 ¥1 得 1 分。', base!],
    ['按等级加倍积分（倍数见等级）。', DEFAULT_RULES[1]!],
    ['生日当天消费积分 ×2，每人每日最多 500 分。', DEFAULT_RULES[2]!],
    ['首次消费奖励 50 分。', DEFAULT_RULES[3]!],
    ['当渠道等于「mini-program」时，入会奖励 20 分。', DEFAULT_RULES[4]!],
    [
      '当实付金额（分）不小于10000且星期属于6、7时，每消费 ¥1 得 2 分，限 2 家门店，有效期 2026-06-01 至 2026-07-01。',
      draft({
        params: { pointsPerYuan: 2 },
        condition: { and: [{ '>=': [{ var: 'amountFen' }, 10_000] }, { in: [{ var: 'weekday' }, [6, 7]] }] },
        stores: ['1', '2'],
        validFrom: '2026-06-01T00:00:00Z',
        validUntil: '2026-07-01T00:00:00Z',
      }),
    ],
  ])('reads: %s', (sentence, rule) => expect(sentenceOf(rule)).toBe(sentence));
});
