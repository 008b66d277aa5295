import { waitUntil } from '../../support/wait-until';
import { Desk } from '../support/console';
import { Phone } from '../support/mini-program';
import { api, memberOf, openCoupon, ownerLogin, ownerToken, type Shopper, somebody } from '../support/people';
import { chapters, expectNoFaults, mark, shot, useStory } from '../support/story';

const OFFLINE = [/ERR_INTERNET_DISCONNECTED/];

/** A clerk's first hour: bound, then at the till with one customer; each chapter goes on where the one before ended. */
describe('a clerk and a shopper', () => {
  const story = useStory();
  const chapter = chapters(story);
  const clerkName = `店员${mark()}`;
  const couponName = `茶友券${mark()}`;
  let [shopper, shopperPhone, clerk]: [Shopper, Phone, Phone] = [] as never;

  const purchases = async () =>
    (await api(story().stack)('GET', '/member/purchases', { token: shopper.token })).body.items;
  const recorded = (count: number) =>
    waitUntil(`${count} purchases are recorded`, async () => ((await purchases()).length === count ? true : null));

  const scan = async () => {
    await shopperPhone.tab('home');
    await shopperPhone.tab('code');
    await shopperPhone.by('member-code').waitFor();
    // Each code works once: wait until this step's has not been used at this till yet.
    const used = lastCode;
    lastCode = await waitUntil(
      'an unused code is shown',
      async () => {
        const digits = await shopperPhone.memberCode();
        return /^\d{18}$/.test(digits) && digits !== used ? digits : null;
      },
      { withinMs: 50_000, everyMs: 500 },
    );
    await clerk.type('code-field', lastCode);
    await clerk.by('code-find').tap();
    await clerk.by('customer-name').waitFor();
  };
  let lastCode = '';

  beforeAll(async () => {
    const { stack, browser } = story();
    const owner = await ownerToken(stack);
    shopper = await memberOf(stack, '小满');
    const templateId = await openCoupon(stack, owner, couponName);
    const claim = { token: shopper.token, body: {}, key: `e2e-${mark()}-claim` };
    await api(stack)('POST', `/member/coupons/templates/${templateId}/claims`, claim);
    shopperPhone = await Phone.of(browser, stack, shopper);
    clerk = await Phone.of(browser, stack, await somebody(stack, clerkName));
  });

  chapter('is invited in the console and binds by the one-time code', async () => {
    const { stack, browser } = story();
    const desk = await Desk.loggedIn(browser, stack, ownerLogin(stack));
    await desk.menu('员工');
    await desk.button('新建员工').click();
    await desk.field('姓名').fill(clerkName);
    await desk.field('所属门店').click();
    await desk.page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
    // A choice of several stays open until one goes on elsewhere.
    await desk.field('姓名').click();
    await desk.button('保存').click();
    const row = desk.page.getByRole('row', { name: clerkName });
    await row.getByRole('button', { name: '邀请绑定' }).click();
    await desk.sees('有效期至');
    await shot(desk.page, 'desk-01-invitation');
    const invitation = (await desk.page.locator('.ant-modal code').textContent()) ?? '';
    expectNoFaults(desk.page);
    await desk.page.context().close();

    await clerk.tab('mine');
    await clerk.by('to-clerk').tap();
    await clerk.type('invitation', invitation);
    await shot(clerk.page, 'clerk-01-binding');
    await clerk.by('bind').tap();
    await clerk.by('scan').waitFor();
    await shot(clerk.page, 'clerk-02-workbench');
  });

  chapter('types the member code and sees who it is', async () => {
    await scan();
    const nickname = await clerk.by('customer-name').textContent();
    expect(nickname).toMatch(/^会员\d{4}$/);
    await clerk.sees(couponName);
    await shot(clerk.page, 'clerk-03-customer');
  });

  chapter('sees discount, points and why before anything is recorded', async () => {
    await clerk.words('选商品').tap();
    await clerk.by('add-FRT-PT').tap();
    await clerk.by('add-FRT-PT').tap();
    await clerk.sees('确认收款 ¥50.00');
    await clerk.sees('选了 1 张，省 ¥8.00');
    await clerk.by('use-best').tap();
    await clerk.sees('确认收款 ¥42.00');
    await clerk.sees(/满 ¥40|¥8/);
    await clerk.sees(/每消费 ¥1/);
    expect(await purchases()).toEqual([]);
    await shot(clerk.page, 'clerk-04-preview');
  });

  chapter('records with one tap more and hands over the receipt', async () => {
    await clerk.by('record').tap();
    await clerk.by('receipt-paid').waitFor();
    expect(await clerk.by('receipt-paid').textContent()).toBe('¥42.00');
    await shot(clerk.page, 'clerk-05-receipt');
    await recorded(1);
    expect(await purchases()).toMatchObject([{ amountFen: 4200, discountFen: 800 }]);
    await clerk.by('next').tap();
    await clerk.by('scan').waitFor();
  });

  chapter('needs at most three taps from the customer card to the receipt', async () => {
    await scan();
    let taps = 0;
    await clerk.page.exposeFunction('countTap', () => {
      taps += 1;
    });
    await clerk.page.evaluate('document.addEventListener("touchstart", () => window.countTap(), true)');
    await clerk.by('add-FRT-PT').tap();
    await clerk.sees('确认收款 ¥25.00');
    await clerk.by('record').tap();
    await clerk.by('receipt-paid').waitFor();
    expect(taps).toBeLessThanOrEqual(3);
    await recorded(2);
    await clerk.by('next').tap();
    await clerk.by('scan').waitFor();
  });

  chapter('records while the network is away: queued, then sent once', async () => {
    await scan();
    const network = clerk.page.context();
    await network.setOffline(true);
    await clerk.words('输入金额').tap();
    await clerk.type('amount', '18');
    await clerk.sees('网络不通，先记下 ¥18.00');
    await shot(clerk.page, 'clerk-06-offline');
    await clerk.by('record').tap();
    await clerk.sees('等待网络');
    await shot(clerk.page, 'clerk-07-queued');
    expect(await purchases()).toHaveLength(2);
    await network.setOffline(false);
    await clerk.sees('已入账');
    await recorded(3);
  });

  chapter('an answer lost on its way back makes no second purchase', async () => {
    await scan();
    let sent = 0;
    await clerk.page.route(/\/api\/clerk\/purchases$/, async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      sent += 1;
      if (sent > 1) return route.continue();
      await route.fetch();
      return route.abort('internetdisconnected');
    });
    await clerk.type('amount', '23');
    await clerk.sees('确认收款 ¥23.00');
    await clerk.by('record').tap();
    await clerk.by('scan').waitFor();
    await waitUntil('the queue has sent it again', () => sent >= 2, { withinMs: 40_000, everyMs: 200 });
    await clerk.by('to-today').tap();
    await clerk.sees('¥23.00');
    await shot(clerk.page, 'clerk-08-today');
    expect((await purchases()).map((one: { amountFen: number }) => one.amountFen).sort()).toEqual([
      1800, 2300, 2500, 4200,
    ]);
    expectNoFaults(clerk.page, ...OFFLINE);
  });

  chapter('lets the shopper see the points and why each came', async () => {
    await shopperPhone.tab('mine');
    await shopperPhone.by('to-points').tap();
    await shopperPhone.by('points-available').waitFor();
    const { points } = (await purchases()).reduce((sum: { points: number }, one: { points: number }) => ({
      points: sum.points + one.points,
    }));
    // The page shows what it knew at once, and what the server says a moment later.
    await waitUntil('the balance holds the points of every purchase', async () => {
      const shown = await shopperPhone.by('points-available').textContent();
      return Number(shown?.replace(/,/g, '')) >= points;
    });
    await shot(shopperPhone.page, 'phone-20-points');
    await shopperPhone.page.locator('.cell:visible', { hasText: '+92' }).last().tap();
    await shopperPhone.by('why').waitFor();
    expect(await shopperPhone.by('why').textContent()).toMatch(/每消费 ¥1/);
    await shot(shopperPhone.page, 'phone-21-why');
    expectNoFaults(shopperPhone.page);
  });
});
