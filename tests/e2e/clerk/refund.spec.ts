import { expectStatus, newKey } from '../../../apps/stack/src/tour/http';
import { Phone } from '../support/mini-program';
import { api, memberOf, openCoupon, ownerToken, type Shopper } from '../support/people';
import { chapters, mark, shot, useStory } from '../support/story';
import { type BoundStaff, sell, storeManager } from '../support/till';

const _PROVOKED = [/ERR_INTERNET_DISCONNECTED/, /status of 409/];

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
  const _refundOverHttp = async (amountFen: number) => {
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
    await phone.sees(/已使用，记为欠分/);
    await shot(phone.page, 'refund-06-debt');
  });
});
