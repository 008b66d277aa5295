import { expectStatus } from '../../../apps/stack/src/tour/http';
import type { RunningStack } from '../../support/running-stack';
import { waitUntil } from '../../support/wait-until';
import { Desk } from '../support/console';
import { Phone } from '../support/mini-program';
import { api, memberOf, ownerLogin, ownerToken, type Shopper } from '../support/people';
import { chapters, expectNoFaults, mark, shot, useStory } from '../support/story';

const plansOf = async (stack: RunningStack, name: string): Promise<string> => {
  const token = await ownerToken(stack);
  const body = {
    ...{ name, summary: '先试一个月', priceFen: 3000, duration: { unit: 'day', count: 30 }, tierCode: 'gold-leaf' },
    position: 0,
  };
  const made = expectStatus(await api(stack)('POST', '/console/membership-plans', { token, body }), 201).body;
  const path = `/console/membership-plans/${made.id}/status`;
  expectStatus(await api(stack)('POST', path, { token, body: { status: 'active' } }), 200);
  return made.id;
};

/** A card through WeChat's sheet: its tier at once, a renewal that waits, and both given back at the amount that was shown. */
describe('paid membership', () => {
  const story = useStory();
  const chapter = chapters(story);
  const name = `体验卡${mark()}`;
  let [shopper, phone, desk]: [Shopper, Phone, Desk] = [] as never;
  let planId = '';

  beforeAll(async () => {
    const { stack, browser } = story();
    planId = await plansOf(stack, name);
    shopper = await memberOf(stack, '阿月');
    phone = await Phone.of(browser, stack, shopper, 'pages/mine/index');
    desk = await Desk.loggedIn(browser, stack, ownerLogin(stack));
  });

  const sheet = () => phone.page.frameLocator('#pay-sheet');
  const cards = async (): Promise<{ cardNo: string; state: string }[]> =>
    (await api(story().stack)('GET', '/member/membership', { token: shopper.token })).body.cards;
  const stateIs = (state: string) =>
    waitUntil(`a card is ${state}`, async () => (await cards()).find((card) => card.state === state) ?? null);

  chapter('shows what each card gives and costs, and who leaves the sheet has bought nothing', async () => {
    await phone.by('to-membership').tap();
    await phone.settled('付费会员');
    await phone.by(`plan-${planId}`).tap();
    await phone.sees('约 ¥1.00/天');
    await shot(phone.page, 'card-01-plans');
    await phone.by('buy-card').tap();
    await sheet().getByText('¥30.00').waitFor();
    await sheet().getByRole('button', { name: '取消' }).click();
    await phone.sees('待支付');
    await shot(phone.page, 'card-02-waits');
    expect((await cards()).map(({ state }) => state)).toEqual(['ordered']);
  });

  chapter('paid, the card runs and the tier is there', async () => {
    await phone.by('pay').tap();
    await sheet().getByRole('button', { name: '确认支付' }).click();
    await stateIs('active');
    await phone.sees('还有 30 天');
    await shot(phone.page, 'card-03-mine');
    const { body } = await api(story().stack)('GET', '/member/points', { token: shopper.token });
    expect(body.tier.code).toBe('gold-leaf');
  });

  chapter('a renewal waits for its day, and is given back whole', async () => {
    await phone.by(`plan-${planId}`).tap();
    await phone.sees('续费 ¥30.00');
    await phone.by('buy-card').tap();
    await sheet().getByRole('button', { name: '确认支付' }).click();
    const renewal = (await stateIs('upcoming')) as { cardNo: string };
    await phone.by(`refund-${renewal.cardNo}`).tap();
    await phone.sees('还没开始，全额退还');
    await shot(phone.page, 'card-04-renewal');
    await phone.by('confirm-refund').tap();
    await stateIs('refunded');
  });

  chapter('staff sees what would go back, and gives the card back with a reason', async () => {
    await desk.open(`/membership-cards?q=${shopper.memberNo}&state=active`);
    await desk.button('退卡').first().click();
    await desk.sees('30 / 31 天');
    await shot(desk.page, 'card-05-refund');
    await desk.field('退卡原因').fill('顾客搬家');
    await desk.page.getByRole('button', { name: '确认退回 ¥29.03' }).click();
    await waitUntil('nothing runs', async () => (await cards()).every(({ state }) => state === 'refunded'));
    const { body } = await api(story().stack)('GET', '/member/points', { token: shopper.token });
    expect(body.tier.code).toBe('silver-leaf');
    await desk.open('/membership-plans');
    await desk.page.getByText(name).first().waitFor();
    await shot(desk.page, 'card-06-plans');
    expectNoFaults(phone.page);
    expectNoFaults(desk.page);
  });
});
