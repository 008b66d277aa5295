import { expectStatus, newKey } from '../../../apps/stack/src/tour/http';
import { Desk } from '../support/console';
import { Phone } from '../support/mini-program';
import { api, memberOf, ownerLogin, ownerToken, type Shopper } from '../support/people';
import { chapters, expectNoFaults, mark, shot, useStory } from '../support/story';
import { type BoundStaff, sell, storeManager } from '../support/till';

/** A clerk has used the wrong coupon on a dear purchase; each chapter goes on where the one before ended. */
describe('undoing a slip at the till', () => {
  const story = useStory();
  const chapter = chapters(story);
  const couponName = `误用券${mark()}`;
  let [owner, templateId, purchaseNo, couponId] = ['', '', '', ''];
  let shopper: Shopper;
  let [clerk, manager]: [BoundStaff, BoundStaff] = [] as never;

  const claimed = async ({ token }: Shopper): Promise<string> => {
    const path = `/member/coupons/templates/${templateId}/claims`;
    return expectStatus(await api(story().stack)('POST', path, { token, body: {}, key: newKey() }), 200, 201).body
      .couponId;
  };

  beforeAll(async () => {
    const { stack } = story();
    const call = api(stack);
    owner = await ownerToken(stack);
    shopper = await memberOf(stack, '阿误');
    clerk = await storeManager(stack, owner, `店员${mark()}`, 'clerk');
    manager = await storeManager(stack, owner, `店长${mark()}`);
    const body = {
      ...{ name: couponName, benefit: { kind: 'cash', amountFen: 800 }, thresholdFen: 4000, stockTotal: 20 },
      ...{ perMemberLimit: 1, validity: { kind: 'days', days: 7 }, belowThreshold: 'deduct' },
      budgets: { claimsPerDay: 10, usesPerStoreDay: 5, totalFen: 500_00, dayFen: 8_00, storeFen: null },
    };
    const made = await call('POST', '/console/coupons/templates', { token: owner, body, key: newKey() });
    ({ templateId } = expectStatus(made, 201).body);
    couponId = await claimed(shopper);
    const lines = [['FRT-PT', 9] as const, ['FRT-NM', 4] as const];
    ({ purchaseNo } = await sell(stack, clerk, shopper, { lines, couponIds: [couponId] }));
  });

  chapter('the clerk asks for it, and above the limit it waits', async () => {
    const { stack, browser } = story();
    const phone = await Phone.of(browser, stack, clerk);
    await phone.tab('mine');
    await phone.by('to-clerk').tap();
    await phone.by('to-today').tap();
    await phone.by(`purchase-${purchaseNo}`).tap();
    await phone.by('undo').tap();
    await phone.by('refund-paid').waitFor();
    await phone.by('reason-0').tap();
    await phone.sees('提交，等店长确认');
    await shot(phone.page, 'undo-01-ask');
    await phone.by('undo-confirm').tap();
    await phone.by('undo-state').waitFor();
    await shot(phone.page, 'undo-02-waiting');
    expectNoFaults(phone.page);
    await phone.page.context().close();
  });

  chapter('the manager agrees on a phone of his own: money, points and the same coupon are back', async () => {
    const { stack, browser } = story();
    const phone = await Phone.of(browser, stack, manager);
    await phone.tab('mine');
    await phone.by('to-clerk').tap();
    await phone.by('to-undos').tap();
    await shot(phone.page, 'undo-03-list');
    await phone.by(`undo-${purchaseNo}`).tap();
    await phone.by('undo').tap();
    await phone.by('undo-agree').waitFor();
    await shot(phone.page, 'undo-04-decide');
    await phone.by('undo-agree').tap();
    await phone.by('undo-agree').waitFor({ state: 'hidden' });
    await phone.by('undo-state').waitFor();
    await shot(phone.page, 'undo-05-done');
    expectNoFaults(phone.page);
    await phone.page.context().close();
    const mine = await api(stack)('GET', '/member/coupons?state=usable', { token: shopper.token });
    expect(mine.body.items).toMatchObject([{ couponId, state: 'claimed' }]);
  });

  chapter('the console shows who and why; the coupon shows its budgets and what it brought', async () => {
    const { stack, browser } = story();
    const other = await memberOf(stack, '阿对');
    const { purchaseNo: second } = await sell(stack, clerk, other, {
      lines: [['FRT-PT', 2] as const, ['FRT-NM', 1] as const],
      couponIds: [await claimed(other)],
    });
    const path = `/clerk/purchases/${second}`;
    const part = { lines: [{ lineNo: 1, quantity: 2 }] };
    const { body: seen } = await api(stack)('POST', `${path}/refund-preview`, { token: manager.token, body: part });
    expect(seen.couponDeductedFen).toBeGreaterThan(0);
    const desk = await Desk.loggedIn(browser, stack, ownerLogin(stack));
    await desk.open(`/purchases?q=${purchaseNo}`);
    await desk.page.getByRole('row', { name: purchaseNo }).click();
    await desk.sees(/撤销了这笔记录/);
    await shot(desk.page, 'undo-06-console');
    await desk.open(`/coupons/${templateId}`);
    await desk.sees('预算使用');
    await desk.sees(/优惠总预算 ¥500.00/);
    await shot(desk.page, 'budget-01-coupon');
    await desk.button('结束').click();
    await desk.sees('结束这张券');
    await shot(desk.page, 'budget-02-end');
    await desk.button('取消').click();
    await desk.open('/coupons');
    await desk.page.getByRole('row', { name: couponName }).getByRole('button', { name: '效果' }).click();
    await desk.sees('按使用门店');
    await shot(desk.page, 'budget-03-statistics');
    await desk.open('/coupons/settings');
    await desk.sees('撤销核销');
    await shot(desk.page, 'budget-04-settings');
    expectNoFaults(desk.page);
  });
});
