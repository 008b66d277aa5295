import { readFileSync } from 'node:fs';
import { waitUntil } from '../../support/wait-until';
import { Desk } from '../support/console';
import { Phone } from '../support/mini-program';
import { api, loginOf, memberOf, ownerLogin, type Shopper } from '../support/people';
import { chapters, expectNoFaults, mark, shot, useStory } from '../support/story';

describe('points move by two hands, by a gift, and are proven', () => {
  const story = useStory();
  const chapter = chapters(story);
  const reason = `周年庆漏发${mark()}`;
  let [manager, owner, phone]: [Desk, Desk, Phone] = [] as never;
  let [shopper, friend]: [Shopper, Shopper] = [] as never;

  const available = async (who: Shopper): Promise<number> =>
    (await api(story().stack)('GET', '/member/points', { token: who.token })).body.available;

  beforeAll(async () => {
    const { stack, browser } = story();
    [shopper, friend] = [await memberOf(stack, '白露'), await memberOf(stack, '小寒')];
    manager = await Desk.loggedIn(browser, stack, loginOf(stack, 'manager'));
    owner = await Desk.loggedIn(browser, stack, ownerLogin(stack));
    phone = await Phone.of(browser, stack, shopper);
  });

  chapter('a manager is told beforehand that so many points need a second person, and asks', async () => {
    await waitUntil('the welcome points are there', () => available(shopper));
    await manager.menu('会员');
    await manager.page.getByPlaceholder('会员号、手机号、昵称').fill(shopper.memberNo);
    await manager.page.keyboard.press('Enter');
    await manager.page.getByText(shopper.memberNo).first().click();
    await manager.button('调整积分').click();
    await manager.field('积分数').fill('3000');
    await manager.sees('这次调整需要审批');
    await manager.field('原因').fill(reason);
    await shot(manager.page, 'desk-20-adjust-needs-approval');
    await manager.button('提交审批').click();
    await manager.sees('已提交审批，可在「积分审批」查看');
    await manager.menu('积分审批');
    await manager.sees(reason);
    await shot(manager.page, 'desk-21-approvals-of-asker');
    expect(await manager.button('通过').count()).toBe(0);
  });

  chapter('the owner finds it under today, approves it, and the points are there', async () => {
    const before = await available(shopper);
    await owner.menu('今日');
    await owner.page.getByText('积分调整待审批').click();
    const row = owner.page.locator('tr', { hasText: reason });
    await row.getByRole('button', { name: /通\s?过/ }).click();
    await shot(owner.page, 'desk-22-decision');
    await owner.page
      .getByRole('dialog')
      .getByRole('button', { name: /通\s?过/ })
      .click();
    await owner.sees('已通过，积分已到账');
    await row.waitFor({ state: 'detached' });
    expect(await available(shopper)).toBe(before + 3000);
  });

  chapter('the owner opens gifts in the settings, where a date that does not exist is refused', async () => {
    await owner.menu('积分设置');
    await owner.sees('这样设置意味着');
    await owner.page.getByText('每年固定的一天').click();
    await owner.page.getByLabel('日期（月-日）').fill('02-30');
    await owner.sees(/没有「02-30」这一天/);
    await shot(owner.page, 'desk-23-settings-refused');
    await owner.button('还原').first().click();
    const open = owner.page.getByRole('switch', { name: /允许会员把积分转赠/ });
    if ((await open.getAttribute('aria-checked')) !== 'true') {
      await open.click();
      await owner.page
        .locator('.ant-card', { hasText: '会员间转赠' })
        .getByRole('button', { name: /保\s?存/ })
        .click();
      await owner.sees('已保存，从现在起生效');
    }
    await shot(owner.page, 'desk-24-settings');
  });

  chapter('the shopper gives points to a friend, whose name is shown masked before', async () => {
    const [mine, theirs] = [await available(shopper), await available(friend)];
    await phone.tab('mine');
    await phone.by('to-points').tap();
    await phone.by('transfer-open').tap();
    await phone.settled('转赠积分');
    await phone.type('recipient', friend.memberNo);
    await phone.by('find-recipient').tap();
    expect(await phone.by('recipient-name').textContent()).toMatch(/^.\*+$/);
    await phone.type('gift-points', '60');
    await shot(phone.page, 'phone-20-gift');
    await phone.by('give').tap();
    await phone.words('转赠').tap();
    await phone.by('gift-done').waitFor();
    await shot(phone.page, 'phone-21-gift-done');
    expect([await available(shopper), await available(friend)]).toEqual([mine - 60, theirs + 60]);
    await phone.sees(/^转给 .\*+$/);
    expectNoFaults(phone.page);
  });

  chapter('the ledger of the member shows every movement, is exported and proven check by check', async () => {
    await manager.menu('会员');
    await manager.page.getByPlaceholder('会员号、手机号、昵称').fill(shopper.memberNo);
    await manager.page.keyboard.press('Enter');
    await manager.page.getByText(shopper.memberNo).first().click();
    await manager.page.getByRole('link', { name: /查看账本/ }).click();
    await manager.sees('转赠积分');
    await manager.sees(reason);
    await manager.button('验证此账户').click();
    await manager.sees(/^全部相符，核对了 \d+ 条流水$/);
    await shot(manager.page, 'desk-25-ledger');
    const waiting = manager.page.waitForEvent('download');
    await manager.button('导出 CSV').click();
    const file = await (await waiting).path();
    expect(readFileSync(file, 'utf8')).toContain(reason);
    await manager.page.getByText('批次', { exact: true }).first().click();
    await manager.sees('人工调整');
    await shot(manager.page, 'desk-26-lots');
  });

  chapter('liability and settlement are drawn and add up', async () => {
    await owner.menu('积分负债');
    await owner.sees('按发放门店');
    await shot(owner.page, 'desk-27-liability');
    await owner.menu('门店清算');
    await owner.sees('期间使用积分');
    await shot(owner.page, 'desk-28-settlement');
    expectNoFaults(owner.page);
    expectNoFaults(manager.page);
  });
});
