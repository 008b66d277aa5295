import { waitUntil } from '../../support/wait-until';
import { Desk } from '../support/console';
import { Phone } from '../support/mini-program';
import { api, memberOf, ownerLogin, ownerToken, type Shopper } from '../support/people';
import { chapters, expectNoFaults, mark, shot, useStory } from '../support/story';

describe('a manager sets things up through the forms', () => {
  const story = useStory();
  const chapter = chapters(story);
  const [couponName, eventTitle] = [`暖冬券${mark()}`, `岩茶夜话${mark()}`];
  let [desk, phone, shopper]: [Desk, Phone, Shopper] = [] as never;

  const available = async (): Promise<number> =>
    (await api(story().stack)('GET', '/member/points', { token: shopper.token })).body.available;

  beforeAll(async () => {
    const { stack, browser } = story();
    shopper = await memberOf(stack, '小满');
    desk = await Desk.loggedIn(browser, stack, ownerLogin(stack));
    phone = await Phone.of(browser, stack, shopper);
  });

  chapter('makes a coupon and starts it; the shopper can claim it', async () => {
    await desk.menu('优惠券');
    await desk.button('新建优惠券').click();
    await desk.field('名称').fill(couponName);
    await desk.field('减免金额').fill('6');
    await desk.field('使用门槛').fill('30');
    await desk.field('发放总量').fill('50');
    await shot(desk.page, 'desk-10-coupon-form');
    // Pressed twice, as people do: it is one coupon.
    await desk.button('保存').dblclick();
    await desk.button('开始发放').click();
    await desk.sees('发放中');
    const token = await ownerToken(story().stack);
    const { items } = (await api(story().stack)('GET', '/console/coupons/templates?pageSize=100', { token })).body;
    expect(items.filter((one: { name: string }) => one.name === couponName)).toHaveLength(1);
    await shot(desk.page, 'desk-11-coupon');
    await phone.tab('coupons');
    await phone.sees(couponName);
    await phone.page.locator('.ticket:visible', { hasText: couponName }).getByText('领取', { exact: true }).tap();
    await phone.words('可用').tap();
    await phone.sees(couponName);
  });

  chapter('makes an event; the shopper takes a seat and the list shows it', async () => {
    await desk.menu('活动');
    await desk.button('新建活动').click();
    await desk.field('名称').fill(eventTitle);
    await desk.field('一句话简介').fill('三款岩茶，一晚慢饮');
    await desk.choose('所在门店', /湖滨店$/);
    await desk.field('地点').fill('二楼茶席');
    await desk.field('活动详情').fill('茶师带大家认识岩骨花香。');
    await shot(desk.page, 'desk-12-event-form');
    await desk.button('保存草稿').click();
    await desk.button('开放报名').click();
    await desk.sees('报名中');
    await phone.tab('home');
    await phone.words('活动').tap();
    await phone.settled('活动');
    await phone.words(eventTitle).tap();
    await phone.by('join').tap();
    await phone.by('check-in-code').waitFor();
    await desk.page.reload();
    await desk.sees(/会员\d{4}/);
    await shot(desk.page, 'desk-13-event-board');
  });

  chapter('adjusts the points of a member, who reads the reason', async () => {
    // Points for joining come from the worker a moment after the membership.
    const welcome = await waitUntil('the welcome points are there', available);
    await desk.menu('会员');
    await desk.page.getByPlaceholder('会员号、手机号、昵称').fill(shopper.memberNo);
    await desk.page.keyboard.press('Enter');
    await shot(desk.page, 'desk-14-members');
    await desk.page.getByText(shopper.memberNo).first().click();
    await desk.button('调整积分').click();
    await desk.field('积分数').fill('66');
    await desk.field('原因').fill('周年活动现场补发');
    await shot(desk.page, 'desk-15-adjust');
    await desk.button('确定').click();
    await desk.sees('已调整 +66 积分');
    await desk.sees('账实相符');
    await desk.page.locator('.ant-modal').waitFor({ state: 'detached' });
    await shot(desk.page, 'desk-16-member');
    await phone.by('back').tap();
    await phone.by('back').tap();
    await phone.tab('mine');
    await phone.by('to-points').tap();
    // What was known before stands there for a moment, until the server has answered.
    await phone
      .by('points-available')
      .filter({ hasText: new RegExp(`^${welcome + 66}$`) })
      .waitFor();
    await phone.page.locator('.cell:visible', { hasText: '+66' }).last().tap();
    await phone.by('why').waitFor();
    expect(await phone.by('why').textContent()).toContain('周年活动现场补发');
    expect(await available()).toBe(welcome + 66);
    expectNoFaults(phone.page);
    expectNoFaults(desk.page);
  });
});
