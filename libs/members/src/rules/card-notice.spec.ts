import { cardEndingNotice, cardNotOpenedNotice, cardRefundedNotice } from './card-notice';

const fact = { memberId: '7', at: new Date('2026-07-08T02:00:00Z'), cardNo: 'AB12', name: '年卡' };

describe('notices of paid cards', () => {
  it('a card that ends: when, and that nothing is taken by itself', () => {
    expect(cardEndingNotice({ ...fact, daysLeft: 7 }, '2026-07-15')).toMatchObject({
      title: '「年卡」还有 7 天到期',
      text: '您的付费会员「年卡」将在 7月15日 结束后到期。现在续费，新的一期从次日起算，一天也不少；不会自动扣款。',
      link: 'membership',
      reference: 'card-ending:AB12:2026-07-15:7',
    });
    expect(cardEndingNotice({ ...fact, daysLeft: 0 }, '2026-07-15').title).toBe('「年卡」今天到期');
  });

  it('money that goes back, once per card', () => {
    expect(cardNotOpenedNotice(fact, '¥30.00')).toMatchObject({
      text: '「年卡」没有开通成功，¥30.00 正在原路退回，一般 1–3 个工作日到账，无需任何操作。',
      reference: 'card-not-opened:AB12',
    });
    expect(cardRefundedNotice(fact, '¥9.51')).toMatchObject({
      title: '「年卡」已退卡',
      reference: 'card-refunded:AB12',
    });
  });
});
