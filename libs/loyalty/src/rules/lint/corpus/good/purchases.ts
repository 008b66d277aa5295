import { allBut, and, during, has, is, not, only, or, points, rule, type Specimen, times } from '../specimen';

/** Bonuses and multipliers on purchases. */
export const PURCHASES: readonly Specimen[] = [
  { draft: rule('首单礼', points(50), { condition: is('ordinal', '==', 1) }) },
  { draft: rule('前三单有礼', points(10), { condition: is('ordinal', '<=', 3) }) },
  { draft: rule('满 58 送 8', points(8), { condition: is('amountFen', '>=', 5800) }) },
  { draft: rule('下午茶双倍', times(200), { condition: and(is('hour', '>=', 14), is('hour', '<', 17)) }) },
  { draft: rule('午市加倍', times(150), { condition: { '<=': [11, { var: 'hour' }, 13] }, channels: ['store'] }) },
  { draft: rule('周末双倍', times(200), { condition: is('weekday', 'in', [6, 7]), caps: { perDay: 300 } }) },
  { draft: rule('8 号会员日双倍', times(200), { condition: is('dayOfMonth', '==', 8), caps: { perDay: 500 } }) },
  {
    draft: rule('工作日早茶', times(150), { condition: and(is('isWorkday', '==', true), is('hour', '<', 10)) }),
  },
  { draft: rule('生日双倍', times(200), { condition: is('isBirthday', '==', true), caps: { perDay: 500 } }) },
  {
    draft: rule('生日月满额礼', points(20), {
      condition: and({ var: 'isBirthdayMonth' }, is('amountFen', '>=', 6600)),
      caps: { perMonth: 20 },
    }),
  },
  { draft: rule('糕点双倍', times(200), { lines: only('糕点'), caps: { perMonth: 500 } }) },
  { draft: rule('除礼品卡外加倍', times(120), { lines: allBut('礼品卡') }) },
  {
    draft: rule('三倍新品', times(300), { lines: only('新品'), caps: { perDay: 200, perMonth: 1000 } }),
  },
  { draft: rule('每杯多一分', { kind: 'points-per-line', points: 1, per: 'piece' }, { lines: only('茶饮') }) },
  {
    draft: rule('每种茶点两分', { kind: 'points-per-line', points: 2, per: 'line' }, { lines: only('茶点', '糕点') }),
  },
  {
    draft: rule('糕点满 30 送 5', points(5), {
      condition: is('eligible.amountFen', '>=', 3000),
      lines: only('糕点'),
    }),
  },
  {
    draft: rule('茶配糕点', points(3), {
      condition: and(has('categories', '茶饮'), has('categories', '糕点'), is('amountFen', '>=', 3000)),
    }),
  },
  {
    draft: rule('买三杯以上', points(6), { condition: and(is('quantity', '>=', 3), not(has('categories', '礼品卡'))) }),
  },
  {
    draft: rule('久别重逢', points(30), {
      condition: and(is('history.purchases.d90', '==', 0), is('ordinal', '>', 1), is('amountFen', '>=', 2000)),
      caps: { perMonth: 30 },
    }),
  },
  {
    draft: rule('常客礼', points(10), {
      condition: and(is('history.purchases.d30', '>=', 8), is('history.amountFen.d30', '>=', 20_000)),
      caps: { perMonth: 30 },
    }),
  },
  {
    draft: rule(
      '杯具单品奖',
      { kind: 'points-per-line', points: 20, per: 'line' },
      {
        lines: { categories: [], skus: ['cup-2601', 'cup-2602'], except: false },
        caps: { perMonth: 100 },
      },
    ),
  },
  {
    draft: rule('小程序或电商满额', points(10), {
      condition: and(
        or(is('channel', '==', 'mini-program'), is('channel', '==', 'e-commerce')),
        is('amountFen', '>=', 8000),
      ),
    }),
  },
  {
    // Arithmetic is beyond the linter: it holds its tongue.
    draft: rule('均价百元以上', points(10), {
      condition: and(is('quantity', '>=', 1), is('amountFen', '>=', { '*': [{ var: 'quantity' }, 10_000] })),
    }),
  },
  {
    draft: rule('好友价体验', times(150), {
      ...during('2026-06-18', '2026-06-30'),
      caps: { perDay: 200 },
      budget: 80_000,
    }),
  },
];
