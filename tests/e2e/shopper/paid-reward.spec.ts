import { expectStatus, newKey } from '../../../apps/stack/src/tour/http';
import type { RunningStack } from '../../support/running-stack';
import { waitUntil } from '../../support/wait-until';
import { Desk } from '../support/console';
import { Phone } from '../support/mini-program';
import { api, memberOf, ownerLogin, ownerToken, type Shopper, standIn } from '../support/people';
import { chapters, expectNoFaults, mark, shot, useStory } from '../support/story';

/** Points for a start; the account opens a moment after the enrolment. */
const givePoints = async (stack: RunningStack, token: string, memberNo: string, points: number): Promise<void> => {
  const found = expectStatus(await api(stack)('GET', `/console/members?q=${memberNo}`, { token }), 200).body.items[0];
  const path = `/console/members/${found.memberId ?? found.id}/points-adjustments`;
  await waitUntil('the points account is open', async () => {
    const given = await api(stack)('POST', path, { token, body: { points, reason: '开业赠送' }, key: newKey() });
    return given.status === 201 ? true : null;
  });
};

const onSale = async (stack: RunningStack, token: string, title: string): Promise<string> => {
  const price = { pricePoints: 60, priceFen: 1990, worthFen: 3900 };
  const body = { kind: 'goods', title, summary: '装得下一壶两杯', terms: '到店领取。', stock: 5, ...price };
  const made = expectStatus(await api(stack)('POST', '/console/reward-items', { token, body }), 201).body;
  const path = `/console/reward-items/${made.id}/status`;
  expectStatus(await api(stack)('POST', path, { token, body: { status: 'active' } }), 200);
  return made.id;
};

/** Beijing's date two days ago: its bill is there, whatever the hour. */
const billDay = (): string => new Date(Date.now() + (8 - 48) * 3_600_000).toISOString().slice(0, 10);

/** Points and ¥ through WeChat's sheet, the money back, and the bill beside the books. */
describe('a reward for points and ¥', () => {
  const story = useStory();
  const chapter = chapters(story);
  const title = `帆布袋${mark()}`;
  let [shopper, phone, desk]: [Shopper, Phone, Desk] = [] as never;
  let itemId = '';
  let paymentNo = '';

  beforeAll(async () => {
    const { stack, browser } = story();
    const owner = await ownerToken(stack);
    itemId = await onSale(stack, owner, title);
    shopper = await memberOf(stack, '阿茶');
    await givePoints(stack, owner, shopper.memberNo, 200);
    phone = await Phone.of(browser, stack, shopper, `packages/mall/item?id=${itemId}`);
    desk = await Desk.loggedIn(browser, stack, ownerLogin(stack));
  });

  const sheet = () => phone.page.frameLocator('#pay-sheet');
  const points = async (): Promise<number> =>
    (await api(story().stack)('GET', '/member/mall/items', { token: shopper.token })).body.available;

  chapter('who leaves the sheet has paid nothing: the reward is kept for a quarter of an hour', async () => {
    const before = await points();
    await phone.by('redeem').tap();
    await phone.sees('还需支付');
    await shot(phone.page, 'paid-01-confirm');
    await phone.by('confirm-redeem').tap();
    await sheet().getByText('¥19.90').waitFor();
    await shot(phone.page, 'paid-02-sheet');
    await sheet().getByRole('button', { name: '取消' }).click();
    await phone.settled('礼品详情');
    await phone.sees('待付款');
    await phone.sees(/^请在 1[45]:\d\d 内完成支付$/);
    await shot(phone.page, 'paid-03-reserved');
    expect(await points()).toBe(before - 60);
  });

  chapter('my rewards lead back to it; paid, it has a code to pick it up with', async () => {
    await phone.open('packages/mall/rewards');
    await phone.sees('待付款');
    await shot(phone.page, 'paid-04-list');
    await phone.words(title).tap();
    await phone.by('pay').tap();
    await sheet().getByRole('button', { name: '确认支付' }).click();
    await phone.by('pick-up-code').waitFor();
    await shot(phone.page, 'paid-05-ready');
  });

  chapter('the console shows the payment and what WeChat sent', async () => {
    await desk.open(`/payments?q=${shopper.memberNo}`);
    await desk.page.getByRole('cell', { name: title }).first().click();
    await desk.sees('付款成功');
    // By the notification, or a moment before it by our own question.
    await desk.sees(/入账/);
    await shot(desk.page, 'paid-06-console');
    paymentNo = ((await desk.page.locator('.ant-drawer-title').textContent()) ?? '').trim();
    expect(paymentNo).toMatch(/^[0-9A-Z]{24}$/);
  });

  chapter('cancelling says what comes back, and the money arrives', async () => {
    const before = await points();
    await phone.by('cancel-reward').tap();
    await phone.sees(/60 积分马上退回，¥19\.90 原路退回/);
    await shot(phone.page, 'paid-07-cancel');
    await phone.page.locator('.taro-model__confirm').tap();
    await phone.by('reward-refund').waitFor();
    await phone.sees('¥19.90 已退回');
    await shot(phone.page, 'paid-08-refunded');
    expect(await points()).toBe(before + 60);
    await desk.open(`/payment-refunds?q=${paymentNo}`);
    await desk.sees('已退款');
    await shot(desk.page, 'paid-09-refunds');
  });

  chapter('a difference that the bill holds is found, and settled with a note', async () => {
    const { stack } = story();
    const number = `E2E${mark().toUpperCase()}`;
    const fault = { body: { mode: 'add', number } };
    expectStatus(await standIn(stack)('POST', '/stand-in/pay/bill-faults', fault), 201);
    await desk.open('/reconciliation');
    await desk.page.locator(`[data-day="${billDay()}"]`).click();
    await desk.sees(number);
    await desk.sees('微信有，我们没有');
    await shot(desk.page, 'paid-10-difference');
    expectStatus(await standIn(stack)('DELETE', '/stand-in/pay/bill-faults'), 204);
    await desk.page.getByRole('row', { name: number }).first().getByRole('button').click();
    await desk.field('处理结果').fill('测试账单，已与微信核对');
    await shot(desk.page, 'paid-11-settle');
    await desk.button('标记为已处理').click();
    await desk.page.getByText('已处理', { exact: true }).first().click();
    await desk.sees('测试账单，已与微信核对');
    expectNoFaults(phone.page);
    expectNoFaults(desk.page);
  });
});
