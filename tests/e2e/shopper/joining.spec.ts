import { waitUntil } from '../../support/wait-until';
import { Phone } from '../support/mini-program';
import { openCoupon, openEvent, ownerToken, type Person, somebody } from '../support/people';
import { chapters, expectNoFaults, mark, shot, useStory } from '../support/story';

/** One shopper's first five minutes; each chapter goes on where the one before ended. */
describe('a new shopper', () => {
  const story = useStory();
  const chapter = chapters(story);
  const name = `茶客${mark()}`;
  const [couponName, eventTitle] = [`初见券${mark()}`, `龙井手冲会${mark()}`];
  const taps = { count: 0 };
  let person: Person;
  let phone: Phone;
  let ids: { coupon: string; event: string };

  beforeAll(async () => {
    const { stack, browser } = story();
    const token = await ownerToken(stack);
    ids = { coupon: await openCoupon(stack, token, couponName), event: await openEvent(stack, token, eventTitle) };
    person = await somebody(stack, name);
    phone = await Phone.of(browser, stack, person);
  });

  chapter('is greeted as a guest and reads the privacy text before anything personal is asked', async () => {
    const asked: string[] = [];
    phone.page.on('request', (request) => asked.push(request.url()));
    await phone.by('go-join').waitFor();
    await shot(phone.page, 'phone-01-guest-home');
    await phone.by('go-join').tap();
    await phone.sees('入会必需');
    const consent = await phone.by('consent-membership').textContent();
    expect(consent).toMatch(/手机号/);
    await shot(phone.page, 'phone-02-join');
    expect(asked.filter((url) => /stand-in\/phone|enrolment/.test(url))).toEqual([]);
  });

  chapter('cannot pass without the consent, and is in with two taps after it', async () => {
    await phone.by('phone-button-locked').tap();
    await phone.sees('请先勾选必需的条款');
    await phone.page.exposeFunction('countTap', () => {
      taps.count += 1;
    });
    await phone.page.evaluate('document.addEventListener("touchstart", () => window.countTap(), true)');
    await phone.by('consent-membership').tap();
    await phone.by('phone-button').tap();
    await phone.by('join-done').waitFor();
    expect(taps.count).toBe(2);
    expect(await phone.by('join-done').textContent()).toMatch(/会员号 \S+/);
    await shot(phone.page, 'phone-03-joined');
  });

  chapter('sees home with the card, the points and what to do today', async () => {
    await phone.by('to-code').tap();
    await phone.tab('home');
    await phone.by('tier-card').waitFor();
    expect(await phone.by('tier-card').textContent()).toMatch(/积分/);
    await phone.sees('今天可以做');
    await shot(phone.page, 'phone-04-home');
  });

  chapter('joins the event and gets a check-in code', async () => {
    await phone.words('活动').tap();
    await phone.by(`activity-${ids.event}`).scrollIntoViewIfNeeded();
    await shot(phone.page, 'phone-05-activities');
    await phone.by(`activity-${ids.event}`).tap();
    await phone.sees('还剩 8 席');
    await phone.by('join').tap();
    await phone.by('check-in-code').waitFor();
    await phone.sees('已报名');
    await phone.sees('还剩 7 席');
    await shot(phone.page, 'phone-06-event-joined');
    await phone.by('back').tap();
    await phone.by('back').tap();
  });

  chapter('claims the coupon, once', async () => {
    await phone.tab('coupons');
    await phone.sees(couponName);
    await phone.by(`claim-${ids.coupon}`).tap();
    await phone.by(`claim-${ids.coupon}`).waitFor({ state: 'detached' });
    await shot(phone.page, 'phone-07-coupons-claimable');
    await phone.words('可用').tap();
    await phone.sees(couponName);
    await phone.sees('满 ¥40 可用');
    await shot(phone.page, 'phone-08-coupons-mine');
  });

  chapter('shows a member code that a scanner reads, and that changes with its step', async () => {
    await phone.tab('code');
    await phone.by('member-code').waitFor();
    const first = await waitUntil('the picture and the digits agree', async () => {
      const digits = await phone.memberCode();
      return /^\d{18}$/.test(digits) && (await phone.scannedQr()) === digits ? digits : null;
    });
    await shot(phone.page, 'phone-09-code');
    const second = await waitUntil(
      'the next step is shown',
      async () => {
        const digits = await phone.memberCode();
        return digits !== first && (await phone.scannedQr()) === digits ? digits : null;
      },
      { withinMs: 50_000, everyMs: 500 },
    );
    expect(second).toMatch(/^\d{18}$/);
  });

  chapter('finds the new account under 我的, and its export', async () => {
    await phone.tab('mine');
    await phone.by('to-privacy').waitFor();
    await shot(phone.page, 'phone-10-mine');
    await phone.by('to-privacy').tap();
    await phone.sees('授权管理');
    await shot(phone.page, 'phone-11-privacy');
    expectNoFaults(phone.page);
  });
});
