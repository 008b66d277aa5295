import {
  couponsExpiringNotice,
  expiringNotice,
  fitted,
  giftAcceptedNotices,
  giftReturnedNotice,
  isNews,
  tierAtRiskNotice,
} from './notice';

const at = new Date('2026-06-15T04:00:00.000Z');

describe('notices', () => {
  it('say what ends and when', () => {
    expect(expiringNotice({ memberId: '7', at, points: 120, daysLeft: 7 }, '2026-06-22')).toMatchObject({
      title: '120 积分即将到期',
      text: '您有 120 积分将在 6月22日 结束后到期，还有 7 天，记得用掉。',
      reference: 'points-expiring:7:7:2026-06-22',
    });
    const three = { memberId: '7', at, coupons: 3, daysLeft: 2, lastDay: '2026-06-17' };
    expect(couponsExpiringNotice(three)).toMatchObject({
      title: '您有 3 张券 2 天后到期',
      text: '您有 3 张优惠券可用到 6月17日 当天结束，记得来用。',
      link: 'coupons',
    });
    expect(couponsExpiringNotice({ ...three, daysLeft: 0 }).title).toBe('您有 3 张券今天到期');
    expect(tierAtRiskNotice({ memberId: '7', at, tier: 'gold', until: '2026-07-15' })).toMatchObject({
      text: '保级期到 7月15日 为止，看看还差多少，我们等您来。',
      reference: 'tier-at-risk:7:gold:2026-07-15',
    });
  });

  it('tell both of a gift, and the giver of one that nobody took', () => {
    const fact = { giftId: '9', fromMemberId: '7', toMemberId: '8', name: '满 30 减 5', at };
    expect(giftAcceptedNotices(fact).map(({ memberId, reference }) => [memberId, reference])).toEqual([
      ['7', 'coupon-gift:9:given'],
      ['8', 'coupon-gift:9:received'],
    ]);
    expect(giftReturnedNotice({ memberId: '7', giftId: '9', name: '满 30 减 5', at })).toMatchObject({
      text: '「满 30 减 5」没有好友领取，已回到您的卡包，可以自己用，也可以再送一次。',
      reference: 'coupon-gift:9:returned',
    });
  });

  it('are news for three days', () => {
    expect(isNews({ at }, new Date('2026-06-18T04:00:00.000Z'))).toBe(true);
    expect(isNews({ at }, new Date('2026-06-18T04:00:00.001Z'))).toBe(false);
    expect(isNews({ at }, new Date('2026-06-14T04:00:00.000Z'))).toBe(true);
  });

  it('are cut to fit, between characters', () => {
    const long = { memberId: '7', title: '🍵'.repeat(101), text: '茶'.repeat(1000), link: null, reference: 'r', at };
    expect([...fitted(long).title]).toHaveLength(100);
    expect(fitted(long).title.endsWith('🍵…')).toBe(true);
    expect(fitted(long).text).toBe(long.text);
  });
});
