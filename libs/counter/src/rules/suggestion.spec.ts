import { type SuggestionFacts, suggest } from './suggestion';

const now = new Date('2026-06-15T04:00:00.000Z');
const facts = (change: Partial<SuggestionFacts> = {}): SuggestionFacts => ({
  now,
  nickname: '小林',
  coupons: [],
  nextTier: null,
  lastPurchaseAt: new Date('2026-06-10T04:00:00.000Z'),
  tastes: [],
  isBirthday: false,
  ...change,
});
const coupon = (until: string) => ({ name: '满 30 减 5', thresholdFen: 3000, validUntil: new Date(until) });

describe('the clerk’s one suggestion', () => {
  it('says nothing when there is nothing to say', () => expect(suggest(facts())).toBeNull());

  it('names the coupon that ends first, with its day', () =>
    expect(suggest(facts({ coupons: [coupon('2026-07-01T00:00:00Z'), coupon('2026-06-17T00:00:00Z')] }))).toEqual({
      text: '提醒用券：满 30 减 5，满 ¥30.00 可用',
      reason: '这张券还有 2 天到期',
    }));

  it('does not speak of ¥0.00 when the coupon has no threshold', () => {
    const free = { ...coupon('2026-06-17T00:00:00Z'), name: '免费兑换', thresholdFen: 0 };
    expect(suggest(facts({ coupons: [free] }))?.text).toBe('提醒用券：免费兑换，没有门槛');
  });

  it('does not press a coupon that lasts', () =>
    expect(suggest(facts({ coupons: [coupon('2026-07-01T00:00:00Z')] }))).toBeNull());

  it.each([
    [{ isBirthday: true }, '今天是会员的生日'],
    [{ nextTier: { hint: '再消费约 ¥40 升级金卡', progressPercent: 98 } }, '离下一等级很近'],
    [{ lastPurchaseAt: null }, '还没有消费记录'],
    [{ lastPurchaseAt: new Date('2026-04-15T04:00:00.000Z') }, '上次消费是 61 天前'],
    [{ tastes: ['奶茶'] }, '最常买的是奶茶'],
  ] as const)('%p because %s', (change, reason) => expect(suggest(facts(change))?.reason).toBe(reason));
});
