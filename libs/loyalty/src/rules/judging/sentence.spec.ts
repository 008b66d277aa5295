import { DEFAULT_RULES } from '../default-programme';
import type { RuleDraft } from './rule';
import { sentenceOf } from './sentence';
import { draft, PER_YUAN } from './spec-builders';

const [base, tier] = DEFAULT_RULES;
const cases: readonly (readonly [string, RuleDraft])[] = [
  ['每消费 ¥1 得 1 分。', base!],
  ['按等级加倍积分（倍数见等级）。', tier!],
  [
    '除「烟酒」以外的商品，每满 ¥10 得 2 分，限 2 家门店，有效期 2026-06-01 至 2026-07-01。',
    draft({ ...PER_YUAN, points: 2, perFen: 1000, wholeSteps: true } as RuleDraft['effect'], {
      lines: { categories: ['烟酒'], skus: [], except: true },
      stores: ['1', '2'],
      validFrom: '2026-06-01T00:00:00Z',
      validUntil: '2026-07-01T00:00:00Z',
    }),
  ],
];

it.each(cases)('reads: %s', (sentence, rule) => expect(sentenceOf(rule)).toBe(sentence));
