import { and, type BadSpecimen, is, not, only, or, points, rule, times } from '../specimen';

const expected = 'always-true';

export const ALWAYS_TRUE: readonly BadSpecimen[] = [
  {
    expected,
    says: '「小时不低于 0」',
    draft: rule('全天双倍', times(200), { condition: is('hour', '>=', 0), caps: { perDay: 200 } }),
  },
  {
    expected,
    says: '与没有条件一样',
    draft: rule('渠道不限', times(120), {
      condition: is('channel', 'in', ['store', 'mini-program', 'e-commerce', 'import', 'console']),
    }),
  },
  {
    expected,
    says: '没有排除任何情况',
    draft: rule('工作日与非工作日', times(120), {
      condition: or(is('isWorkday', '==', true), not(is('isWorkday', '==', true))),
    }),
  },
  {
    expected,
    says: '「第几次消费不低于 1」没有排除任何情况，可以去掉',
    draft: rule('满 50 送 10', points(10), { condition: and(is('amountFen', '>=', 5000), is('ordinal', '>=', 1)) }),
  },
  {
    expected,
    // A bonus does not look at the lines: it needs a condition on them.
    says: '不含这些商品的消费也会得到',
    draft: rule('糕点尝鲜奖', points(10), { condition: is('amountFen', '>=', 3000), lines: only('糕点') }),
  },
];
