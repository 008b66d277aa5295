import { readFileSync } from 'node:fs';
import { expectStatus, newKey } from '../../../apps/stack/src/tour/http';
import { Desk } from '../support/console';
import { Phone } from '../support/mini-program';
import { api, memberOf, ownerLogin, ownerToken, type Person, somebody } from '../support/people';
import { chapters, expectNoFaults, mark, shot, useStory } from '../support/story';

/** A coupon that travels: from a manager's desk onto a card, from the card to a shopper, from the shopper to a friend. */
describe('a coupon by a code and by a friend', () => {
  const story = useStory();
  const chapter = chapters(story);
  const couponName = `贺卡券${mark()}`;
  const [giverName, friendName] = [`阿云${mark()}`, `小舟${mark()}`];
  let templateId = '';
  let code = '';
  let link = '';
  let friend: Person;
  let [desk, giver, other]: [Desk, Phone, Phone] = [] as never;

  beforeAll(async () => {
    const { stack, browser } = story();
    const token = await ownerToken(stack);
    const body = {
      ...{ name: couponName, benefit: { kind: 'cash', amountFen: 800 }, thresholdFen: 4000, stockTotal: 300 },
      ...{ perMemberLimit: 1, validity: { kind: 'days', days: 7 }, openTo: 'nobody', status: 'active' },
      giving: { hours: 24, perReceiver: 1 },
    };
    const made = await api(stack)('POST', '/console/coupons/templates', { token, body, key: newKey() });
    templateId = expectStatus(made, 201).body.templateId;
    desk = await Desk.loggedIn(browser, stack, ownerLogin(stack));
    friend = await somebody(stack, friendName);
    giver = await Phone.of(browser, stack, await memberOf(stack, giverName), 'pages/coupons/index');
  });

  chapter('a manager designs codes, is told how strong they are, and takes them away as a file', async () => {
    await desk.open(`/coupons/${templateId}`);
    await desk.page.getByRole('link', { name: '管理兑换码' }).click();
    await desk.sees('还没有兑换码');
    await desk.button('生成兑换码').click();
    await desk.field('批次名称').fill('中秋礼盒');
    await desk.field('格式').fill('TEA-####');
    await desk.sees('太容易猜');
    await shot(desk.page, 'desk-40-weak-codes');
    await desk.field('格式').fill('TEA-#####-#####');
    await desk.field('数量').fill('200');
    await desk.sees('够安全');
    await shot(desk.page, 'desk-41-strong-codes');
    await desk.button('生成 200 个').click();
    await desk.sees('可兑换');
    await shot(desk.page, 'desk-42-batches');
    const [file] = await Promise.all([desk.page.waitForEvent('download'), desk.button('导出').first().click()]);
    const lines = readFileSync(await file.path(), 'utf8').split('\r\n');
    expect([lines[0], lines.length]).toEqual(['\uFEFF兑换码,状态,使用时间', 202]);
    code = lines[1]!.split(',')[0]!;
    expect(code).toMatch(/^TEA-[2-9A-Z]{5}-[2-9A-Z]{5}$/);
    expectNoFaults(desk.page);
  });

  chapter('a shopper types the code of a card: a slip is told at once, then the coupon is there', async () => {
    await giver.by('to-code-entry').tap();
    await giver.settled('兑换码');
    await giver.type('coupon-code', code.slice(0, -1) + (code.endsWith('2') ? '3' : '2'));
    await giver.by('use-code').tap();
    await giver.sees('兑换码输错了一位，请对照卡片再看一遍');
    await shot(giver.page, 'phone-40-mistyped');
    await giver.type('coupon-code', code.toLowerCase());
    await giver.by('use-code').tap();
    await giver.by('code-done').waitFor();
    await giver.sees(couponName);
    await shot(giver.page, 'phone-41-code-used');
    expectNoFaults(giver.page, /400/);
  });

  chapter('gives the coupon to a friend by a link', async () => {
    await giver.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await giver.open('pages/coupons/index');
    await giver.words('可用').tap();
    await giver.by('to-gifts').waitFor();
    await shot(giver.page, 'phone-42-giftable');
    await giver.words('送好友').tap();
    await giver.settled('送给好友');
    await shot(giver.page, 'phone-43-give');
    await giver.by('offer-gift').tap();
    await giver.by('copy-gift').tap();
    await giver.sees('链接已复制');
    await shot(giver.page, 'phone-44-offered');
    link = (await giver.page.evaluate('navigator.clipboard.readText()')) as string;
    expect(link).toMatch(/#\/packages\/coupons\/gift\?token=[\w-]{43}$/);
  });

  chapter('who joins for it and takes it', async () => {
    const { stack, browser } = story();
    other = await Phone.of(browser, stack, friend, link.split('#/')[1]);
    await other.sees(/送你一张券/);
    await shot(other.page, 'phone-45-gift');
    await other.by('join-for-gift').tap();
    await other.settled('加入会员');
    await other.by('consent-membership').tap();
    await other.by('phone-button').tap();
    await other.by('accept-gift').tap();
    await other.sees('你已收下这张券');
    await shot(other.page, 'phone-46-taken');
    expectNoFaults(other.page);
  });

  chapter('and the giver sees what became of it', async () => {
    await giver.open('packages/coupons/gifts');
    await giver.sees('已领取');
    await shot(giver.page, 'phone-47-gifts');
    await desk.open(`/coupons/${templateId}/codes`);
    await desk.page.getByPlaceholder('查一个码的去向').fill(code);
    await desk.page.keyboard.press('Enter');
    await desk.sees(/已在 .+ 使用/);
    await shot(desk.page, 'desk-43-looked-up');
    expectNoFaults(giver.page, /400/);
  });
});
