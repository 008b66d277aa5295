import { expectStatus, newKey } from '../../../apps/stack/src/tour/http';
import type { RunningStack } from '../../support/running-stack';
import { waitUntil } from '../../support/wait-until';
import { Phone } from '../support/mini-program';
import { api, memberOf, ownerToken, type Shopper } from '../support/people';
import { chapters, expectNoFaults, mark, shot, useStory } from '../support/story';

/** The clerk of the sample brand who has bound WeChat already. */
const CLERK = { personId: 'p7', nickname: '小周' };

/** Points for a start, as a manager gives them; the account opens a moment after the enrolment. */
const givePoints = async (stack: RunningStack, token: string, memberNo: string, points: number): Promise<void> => {
  const found = expectStatus(await api(stack)('GET', `/console/members?q=${memberNo}`, { token }), 200).body.items[0];
  const path = `/console/members/${found.memberId ?? found.id}/points-adjustments`;
  await waitUntil('the points account is open', async () => {
    const given = await api(stack)('POST', path, { token, body: { points, reason: '开业赠送' }, key: newKey() });
    return given.status === 201 ? true : null;
  });
};

const onSale = async (stack: RunningStack, token: string, title: string): Promise<string> => {
  const body = { kind: 'goods', title, summary: '清早蒸的', terms: '当日现做。', pricePoints: 60, stock: 3 };
  const made = expectStatus(await api(stack)('POST', '/console/reward-items', { token, body }), 201).body;
  const path = `/console/reward-items/${made.id}/status`;
  expectStatus(await api(stack)('POST', path, { token, body: { status: 'active' } }), 200);
  return made.id;
};

/** From points to a cake in the hand; each chapter goes on where the one before ended. */
describe('the points mall', () => {
  const story = useStory();
  const chapter = chapters(story);
  const title = `桂花糕${mark()}`;
  let [shopper, phone, clerk]: [Shopper, Phone, Phone] = [] as never;
  let itemId = '';
  let code = '';
  let points = 0;

  beforeAll(async () => {
    const { stack, browser } = story();
    const owner = await ownerToken(stack);
    itemId = await onSale(stack, owner, title);
    shopper = await memberOf(stack, '小满');
    await givePoints(stack, owner, shopper.memberNo, 100);
    points = (await api(stack)('GET', '/member/mall/items', { token: shopper.token })).body.available;
    phone = await Phone.of(browser, stack, shopper);
    clerk = await Phone.of(browser, stack, CLERK, 'packages/clerk/index');
  });

  chapter('shows what the points are good for, and what it takes', async () => {
    await phone.tab('mine');
    await phone.by('to-mall').tap();
    await phone.by(`item-${itemId}`).scrollIntoViewIfNeeded();
    await shot(phone.page, 'mall-01-list');
    await phone.by(`item-${itemId}`).tap();
    await phone.settled('商品详情');
    await phone.sees('当日现做。');
    await shot(phone.page, 'mall-02-item');
    await phone.by('redeem').tap();
    await phone.sees('兑换后剩余');
    await phone.sees(`${points - 60} 积分`);
    await shot(phone.page, 'mall-03-confirm');
  });

  chapter('takes the points once and shows the code, which a scanner reads', async () => {
    await phone.by('confirm-redeem').tap();
    await phone.by('pick-up-code').waitFor();
    code = ((await phone.by('pick-up-code').textContent()) ?? '').replace(/\s/g, '');
    expect(code).toMatch(/^[2-9A-Z]{12}$/);
    expect(await waitUntil('the code is drawn', () => phone.scannedQr())).toBe(code);
    await shot(phone.page, 'mall-04-reward');
    const { body } = await api(story().stack)('GET', '/member/mall/items', { token: shopper.token });
    expect(body.available).toBe(points - 60);
  });

  chapter('a clerk types the code, sees what to fetch, and hands it over', async () => {
    await clerk.by('to-pick-up').tap();
    await clerk.settled('礼品领取');
    await clerk.type('code-field', `${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase());
    await clerk.by('code-find').tap();
    await clerk.by('hand-over').waitFor();
    expect(await clerk.by('desk-reward').textContent()).toBe(title);
    await shot(clerk.page, 'mall-05-desk');
    await clerk.by('hand-over').tap();
    await clerk.sees('已交付');
    await shot(clerk.page, 'mall-06-handed-over');
    await phone.by('reward-state').waitFor();
    await phone.sees('已领取');
    await shot(phone.page, 'mall-07-picked-up');
  });

  chapter('the second time it is refused in plain words', async () => {
    await clerk.type('code-field', code);
    await clerk.by('code-find').tap();
    await clerk.by('pick-up-refused').waitFor();
    expect(await clerk.by('pick-up-refused').textContent()).toMatch(/这份礼品已经领走了，不能再领一次.*已在.+交付/);
    await shot(clerk.page, 'mall-08-second-time');
    expectNoFaults(phone.page);
    expectNoFaults(clerk.page);
  });
});
