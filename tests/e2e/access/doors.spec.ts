import { desktopPage } from '../../support/chromium';
import { Desk } from '../support/console';
import { Phone } from '../support/mini-program';
import { api, memberOf } from '../support/people';
import { expectNoFaults, mark, shot, useStory } from '../support/story';

describe('doors that stay shut', () => {
  const story = useStory();

  it("a shopper who is not staff gets no further than the clerk's door", async () => {
    const { stack, browser } = story();
    const shopper = await memberOf(stack, '小满');
    const phone = await Phone.of(browser, stack, shopper, 'pages/mine/index');
    await phone.words('我是店员').waitFor();
    await phone.by('to-clerk').tap();
    await phone.sees('绑定店员身份');
    expect(await phone.page.locator('#scan:visible').count()).toBe(0);
    await phone.type('invitation', 'NOTANINVITATION');
    await phone.by('bind').tap();
    await phone.page.getByText(/邀请/).filter({ visible: true }).first().waitFor();
    await shot(phone.page, 'phone-40-not-staff');
    for (const route of ['today', 'customer', 'check-in']) {
      await phone.open(`packages/clerk/${route}?storeId=1`);
      await phone.by('back').waitFor();
      expect(await phone.page.locator('#record:visible, [id^="purchase-"]:visible').count()).toBe(0);
    }
    const asked = await api(stack)('GET', '/clerk/purchases?storeId=1&date=2026-11-20', { token: shopper.token });
    expect(asked.status).toBe(403);
    expectNoFaults(phone.page, /status of 400 .*clerk.binding/, /status of (403|404) /);
  });

  it('a wrong password five times: the sixth try has to wait', async () => {
    const { stack, browser } = story();
    const desk = await Desk.at(browser, stack);
    const login = `nobody-${mark()}`;
    for (let left = 4; left >= 0; left -= 1) {
      const answer = desk.page.waitForResponse(/\/console\/session$/);
      await desk.logIn({ login, password: `guess number ${left}` });
      expect((await answer).status()).toBe(401);
      await desk.sees('账号或密码不对');
    }
    await desk.logIn({ login, password: 'one more' });
    await desk.sees('尝试次数过多，已暂停登录');
    await desk.sees(/请在 \d+ 分 \d\d 秒 后再试/);
    expect(await desk.button('登录').isDisabled()).toBe(true);
    await shot(desk.page, 'desk-40-too-many');
    expectNoFaults(desk.page, /status of (401|429)/);
  });

  it('without a session every page of the console leads to the log-in, and back after it', async () => {
    const { stack, browser } = story();
    const page = await desktopPage(browser);
    await page.goto(`${stack.addresses.console}/members`);
    await page.waitForURL(/\/login\?from=%2Fmembers/);
    expectNoFaults(page);
  });
});
