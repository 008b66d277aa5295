import { expectStatus, newKey } from '../../../apps/stack/src/tour/http';
import { Desk } from '../support/console';
import { Phone } from '../support/mini-program';
import { api, memberOf, openCoupon, ownerLogin, ownerToken, type Shopper } from '../support/people';
import { chapters, expectNoFaults, mark, shot, useStory } from '../support/story';
import { type BoundStaff, sell, storeManager } from '../support/till';

const PROVOKED = [/ERR_INTERNET_DISCONNECTED/, /status of 409/];

/** Goods come back to a store's manager, bit by bit; each chapter goes on where the one before ended. */
describe('refunding a purchase in parts', () => {
  const story = useStory();
  const chapter = chapters(story);
  const couponName = `退货券${mark()}`;
  let owner: string;
  let shopper: Shopper;
  let manager: BoundStaff;
  let phone: Phone;
  let purchaseNo: string;

  const purchase = async () =>
    (await api(story().stack)('GET', `/clerk/purchases/${purchaseNo}`, { token: manager.token })).body;
  /** Until the button says the amount it is off, and a tap would be lost. */
  const confirm = async () => {
    await phone.sees(/^确认退款 ¥/);
    await phone.by('refund-confirm').tap();
  };
  const adjust = async (points: number) => {
    const call = api(story().stack);
    const found = await call('GET', `/console/members?q=${shopper.memberNo}&page=1&pageSize=1`, { token: owner });
    const path = `/console/members/${found.body.items[0].memberId}/points-adjustments`;
    expectStatus(await call('POST', path, { token: owner, body: { points, reason: '兑换' }, key: newKey() }), 201);
  };
  const refundOverHttp = async (amountFen: number) => {
    const path = `/clerk/purchases/${purchaseNo}`;
    const call = api(story().stack);
    const seen = expectStatus(
      await call('POST', `${path}/refund-preview`, { token: manager.token, body: { amountFen } }),
      200,
    ).body;
    const body = { amountFen, reason: '补偿', seen };
    expectStatus(await call('POST', `${path}/refunds`, { token: manager.token, body, key: newKey() }), 201);
  };

  beforeAll(async () => {
    const { stack, browser } = story();
    owner = await ownerToken(stack);
    shopper = await memberOf(stack, '阿满');
    const templateId = await openCoupon(stack, owner, couponName);
    const claim = { token: shopper.token, body: {}, key: newKey() };
    const { couponId } = (await api(stack)('POST', `/member/coupons/templates/${templateId}/claims`, claim)).body;
    manager = await storeManager(stack, owner, `店长${mark()}`);
    const lines = [['FRT-PT', 3] as const, ['FRT-NM', 2] as const];
    ({ purchaseNo } = await sell(stack, manager, shopper, { lines, couponIds: [couponId] }));
    phone = await Phone.of(browser, stack, manager);
  });

  chapter('sees beforehand what the whole would do: money, points, coupon', async () => {
    await phone.tab('mine');
    await phone.by('to-clerk').tap();
    await phone.by('to-today').tap();
    await phone.by(`purchase-${purchaseNo}`).tap();
    await phone.by('refund').tap();
    await phone.by('refund-paid').waitFor();
    const { paidFen } = await purchase();
    expect(await phone.by('refund-paid').textContent()).toBe(`¥${(paidFen / 100).toFixed(2)}`);
    await phone.sees(/^退款收回 \d+ 分$/);
    await phone.sees(`「${couponName}」退回给顾客`);
    await phone.sees('选择退款原因');
    await shot(phone.page, 'refund-01-whole');
  });

  chapter('takes one thing back in three taps more, and the coupon stays used', async () => {
    await phone.by('segment-lines').tap();
    await phone.sees('选择要退的商品');
    await shot(phone.page, 'refund-02-lines');
    await phone.by('more-1').tap();
    await phone.sees(`「${couponName}」不退回：整单退完才退券`);
    await phone.by('reason-0').tap();
    await phone.sees(/^确认退款 ¥/);
    await shot(phone.page, 'refund-03-one-thing');
    await confirm();
    await phone.by('refund-done').waitFor();
    await shot(phone.page, 'refund-04-done');
    await phone.by('refund-close').tap();
    await phone.sees(/^已退 ¥/);
    await shot(phone.page, 'refund-05-receipt');
    expect(await purchase()).toMatchObject({ refundState: 'partial', lines: [{ refundedQuantity: 1 }, {}] });
  });

  chapter('hears that spent points become a debt, before confirming', async () => {
    const { body } = await api(story().stack)('GET', '/member/points', { token: shopper.token });
    await adjust(5 - body.available);
    await phone.by('refund').tap();
    await phone.by('segment-amount').tap();
    await phone.type('refund-amount', '12.5');
    // The figures of the amount as it was half typed may stand there first: these are what the clerk has seen.
    await phone.by('refund-paid').filter({ hasText: '¥12.50' }).waitFor();
    await phone.sees(/已使用，记为欠分/);
    await shot(phone.page, 'refund-06-debt');
  });

  chapter('is told when the figures changed meanwhile, and confirms the new ones', async () => {
    await refundOverHttp(100);
    await adjust(3);
    await phone.by('reason-2').tap();
    await confirm();
    await phone.sees('金额或积分有变化，请重新核对');
    await shot(phone.page, 'refund-07-changed');
    expect((await purchase()).refunds).toHaveLength(2);
    await confirm();
    await phone.by('refund-done').waitFor();
    await phone.by('refund-close').tap();
    expect((await purchase()).refunds).toHaveLength(3);
  });

  chapter('an answer lost on its way back makes no second refund; without a network it is said so', async () => {
    const network = phone.page.context();
    await phone.by('refund').tap();
    await phone.by('refund-paid').waitFor();
    await network.setOffline(true);
    await phone.by('segment-amount').tap();
    await phone.type('refund-amount', '2');
    await phone.sees('网络不通，退款需要联网');
    await shot(phone.page, 'refund-08-offline');
    await network.setOffline(false);
    await phone.words('重试').tap();
    await phone.by('refund-paid').waitFor();
    let sent = 0;
    await phone.page.route(/\/refunds$/, async (route) => {
      sent += 1;
      if (sent > 1) return route.continue();
      await route.fetch();
      return route.abort('internetdisconnected');
    });
    await phone.by('reason-1').tap();
    await confirm();
    await phone.by('refund-unsure').waitFor();
    await shot(phone.page, 'refund-09-unsure');
    await confirm();
    await phone.by('refund-done').waitFor();
    await phone.by('refund-close').tap();
    expect((await purchase()).refunds).toHaveLength(4);
    expectNoFaults(phone.page, ...PROVOKED);
  });

  chapter('the rest ends it: the coupon is back, and shopper and console see every part', async () => {
    const { stack, browser } = story();
    await phone.by('refund').tap();
    await phone.words('剩余全部').waitFor();
    await phone.sees(`「${couponName}」退回给顾客`);
    await phone.by('reason-0').tap();
    await confirm();
    await phone.by('refund-done').waitFor();
    await phone.sees('优惠券已退回顾客');
    await phone.by('refund-close').tap();
    await phone.words('已退款').waitFor();
    await shot(phone.page, 'refund-10-all-back');
    const whole = await purchase();
    expect(whole).toMatchObject({ refunded: true, refundState: 'full', refundedFen: whole.paidFen });

    const hers = await Phone.of(browser, stack, shopper, 'packages/me/purchases');
    await hers.sees(/^退款 ·/);
    await shot(hers.page, 'refund-11-shopper');
    expectNoFaults(hers.page);

    const desk = await Desk.loggedIn(browser, stack, ownerLogin(stack));
    await desk.open(`/purchases?q=${purchaseNo}`);
    await desk.page.getByText(purchaseNo).first().click();
    await desk.sees('退款记录');
    await desk.sees('优惠券已退回');
    await shot(desk.page, 'refund-12-console');
    expectNoFaults(desk.page);
  });
});
