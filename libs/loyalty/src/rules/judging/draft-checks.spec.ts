import { DEFAULT_RULES } from '../default-programme';
import { assertDraft } from './draft-checks';
import { type JsonLogic, PLAIN_DRAFT, type RuleDraft } from './rule';

const [base] = DEFAULT_RULES;
const rate = { kind: 'points-per-amount', points: 1, perFen: 100, wholeSteps: false, rounding: 'down' } as const;
const onSignUp = { trigger: 'sign-up', effect: { kind: 'fixed-points', points: 1 } } as const;
const deep = (levels: number): JsonLogic => ({ '!': [levels === 0 ? true : deep(levels - 1)] });
const draft = (change: Partial<RuleDraft>): RuleDraft => ({ ...base!, ...change });

describe('drafts of rules', () => {
  it('accepts the default programme', () => DEFAULT_RULES.forEach(assertDraft));

  it.each<[string, Partial<RuleDraft>]>([
    ['请填写名称', { name: ' ' }],
    ['这种奖励只适用于消费', { trigger: 'sign-up', effect: { kind: 'multiplier', percent: 200 } }],
    ['按金额得积分', { trigger: 'sign-up' }],
    ['每多少元得多少分', { effect: { ...rate, points: 0 } }],
    ['每多少元得多少分', { effect: { ...rate, points: -1 } }],
    ['每多少元得多少分', { effect: { ...rate, perFen: 0.5 } }],
    ['每多少元得多少分', { effect: { ...rate, perFen: 0 } }],
    ['倍数必须', { effect: { kind: 'multiplier', percent: 50 } }],
    ['倍数必须', { effect: { kind: 'tier-multiplier', perTier: { gold: 0 } } }],
    ['奖励积分', { effect: { kind: 'fixed-points', points: -5 } }],
    ['请选择优惠券', { effect: { kind: 'coupon', templateId: '', count: 1 } }],
    ['请选择标签', { effect: { kind: 'tag', tagCode: ' ' } }],
    ['请填写消息', { effect: { kind: 'message', title: '', text: '好' } }],
    ['上限必须', { caps: { ...PLAIN_DRAFT.caps, perDay: -1 } }],
    ['请填写总预算', { budget: { unit: 'points', total: null, perStore: null } }],
    ['预算必须', { budget: { unit: 'fen', total: -1, perStore: null } }],
    ['预算只适用于', { effect: { kind: 'tag', tagCode: 'vip' }, budget: { unit: 'fen', total: 1, perStore: null } }],
    ['到账条件只能选一个', { lot: { activateAfterDays: 1, activateOn: 'check-in', expireAfterDays: null } }],
    ['有效天数', { lot: { activateAfterDays: null, activateOn: null, expireAfterDays: 0 } }],
    ['自定义事件需要名称', { trigger: 'custom', effect: { kind: 'fixed-points', points: 1 } }],
    ['请选择重复的日子', { trigger: 'schedule', effect: { kind: 'fixed-points', points: 1 } }],
    ['请填写叠加组', { stacking: { group: ' ', mode: 'best' } }],
    ['优先级', { priority: 1.5 }],
    ['请选择适用的品类', { lines: { categories: [], skus: [], except: false } }],
    ['请选择适用的门店', { stores: [] }],
    ['早于开始', { validFrom: '2026-06-15T00:00:00Z', validUntil: '2026-06-15T00:00:00Z' }],
    ['不认识的运算「throw」', { condition: { throw: ['x'] } }],
    ['不认识的事实「phone」', { condition: { '==': [{ var: 'phone' }, '1'] } }],
    ['只能有一个运算', { condition: { '==': [1, 1], '>': [2, 1] } }],
    ['不适用于这个触发时机', { ...onSignUp, condition: { '>': [{ var: 'quantity' }, 1] } }],
    ['过于复杂', { condition: deep(30) }],
  ])('refuses: %s', (problem, change) => expect(() => assertDraft(draft(change))).toThrow(problem));

  it('lets names inside lists belong to their elements', () =>
    assertDraft(draft({ condition: { some: [{ var: 'lines' }, { '>': [{ var: 'amountFen' }, 100] }] } })));
});
