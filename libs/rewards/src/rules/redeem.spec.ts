import { firstFree, type Redeemable, reaches, type Shopper, whyNotRedeem } from './redeem';

const NOON = new Date('2026-06-15T04:00:00Z');
const TIERS = [
  { code: 'green', name: '青叶' },
  { code: 'silver', name: '银叶' },
  { code: 'gold', name: '金叶' },
];
const item: Redeemable = {
  status: 'active',
  pricePoints: 1280,
  perMemberLimit: 2,
  minTier: 'silver',
  availableFrom: new Date('2026-06-15T04:00:00Z'),
  availableUntil: new Date('2026-06-15T04:00:01Z'),
  stockLeft: 1,
};
const shopper: Shopper = { tiers: TIERS, tierCode: 'gold', held: 1, available: 1280 };

describe('whether a member may have an item', () => {
  it.each<[string, Partial<Redeemable>, Partial<Shopper>, string | null]>([
    ['with just enough of everything', {}, {}, null],
    ['one point short', {}, { available: 1279 }, '还差 1 积分'],
    ['far too few points', { pricePoints: 2560 }, { available: 0 }, '还差 2,560 积分'],
    ['where the ledger judges the points', {}, { available: null }, null],
    ['the last one is gone', { stockLeft: 0 }, {}, '已经兑完了'],
    ['the limit is reached', {}, { held: 2 }, '每人限兑 2 件，您已经兑够了'],
    ['no limit', { perMemberLimit: null }, { held: 999 }, null],
    ['of the tier itself', {}, { tierCode: 'silver' }, null],
    ['of a lower tier', {}, { tierCode: 'green' }, '银叶及以上会员可兑'],
    ['of no tier', {}, { tierCode: null }, '银叶及以上会员可兑'],
    ['a tier that is no more', { minTier: 'amber' }, {}, '更高等级及以上会员可兑'],
    ['for everybody', { minTier: null }, { tierCode: null }, null],
    ['a moment too early', { availableFrom: new Date(NOON.getTime() + 1) }, {}, '还没到兑换时间'],
    ['at the first instant after its end', { availableUntil: NOON }, {}, '兑换时间已经结束'],
    ['paused', { status: 'paused' }, {}, '这件商品暂时不能兑换'],
    ['a draft', { status: 'draft' }, {}, '这件商品暂时不能兑换'],
    ['ended', { status: 'ended' }, {}, '兑换时间已经结束'],
    ['sold out and too expensive: what lasts is said', { stockLeft: 0 }, { available: 0 }, '已经兑完了'],
  ])('%s', (_, more, who, expected) => {
    const refusal = whyNotRedeem({ ...item, ...more }, { ...shopper, ...who }, NOON);
    expect(refusal?.reason('zh') ?? null).toBe(expected);
  });

  it('a brand without tiers keeps nobody out of what asks for none', () => {
    expect([reaches([], null, null), reaches([], null, 'gold')]).toEqual([true, false]);
  });

  it('a place that was given back is taken again', () => {
    expect([firstFree([]), firstFree([1, 2]), firstFree([1, 3]), firstFree([2])]).toEqual([1, 3, 2, 1]);
  });
});
