import { waitUntil } from '../../support/wait-until';
import { Desk, wallClock } from '../support/console';
import { Phone } from '../support/mini-program';
import { api, memberOf, ownerLogin, type Shopper } from '../support/people';
import { chapters, expectNoFaults, mark, shot, useStory } from '../support/story';

/** The next full minute that leaves time to press the button. */
const soonestMinute = (): Date => new Date(Math.ceil((Date.now() + 20_000) / 60_000) * 60_000);

describe('a manager and a shopper', () => {
  const story = useStory();
  const chapter = chapters(story);
  const title = `今日茶单 ${mark()}`;
  const words = `桂花乌龙好喝 ${mark()}`;
  let [desk, phone, shopper]: [Desk, Phone, Shopper] = [] as never;
  let planned: Date;

  const feed = async () => (await api(story().stack)('GET', '/member/posts?limit=20', { token: shopper.token })).body;

  beforeAll(async () => {
    shopper = await memberOf(story().stack, '小满');
    desk = await Desk.at(story().browser, story().stack);
  });

  chapter('the manager logs in and sees today', async () => {
    await shot(desk.page, 'desk-02-login');
    await desk.logIn(ownerLogin(story().stack));
    await desk.sees('今日销售');
    await desk.sees('近 30 天销售');
    await desk.page.locator('[role=img] svg').first().waitFor();
    await shot(desk.page, 'desk-03-today');
  });

  chapter('the manager schedules a post for the next minute in the calendar', async () => {
    await desk.menu('内容日历');
    await desk.button('新建内容').click();
    await desk.field('标题').fill(title);
    await desk.field('正文').fill('桂花乌龙新到，今天第一泡免费续杯。');
    planned = soonestMinute();
    await desk.moment('发布时间', wallClock(planned));
    await shot(desk.page, 'desk-04-editor');
    await desk.button('排期发布').click();
    await desk.sees('已排期');
    await desk.page.getByText('日', { exact: true }).first().click();
    await desk.page.locator(`[title^="${title}"]`).waitFor();
    await shot(desk.page, 'desk-05-calendar');
    expect(JSON.stringify(await feed())).not.toContain(title);
  });

  chapter('the shopper sees it at its minute, not before', async () => {
    phone = await Phone.of(story().browser, story().stack, shopper, 'pages/community/index');
    await phone.by('tab-community').waitFor();
    await waitUntil('the post is out', async () => JSON.stringify(await feed()).includes(title), {
      withinMs: 120_000,
      everyMs: 250,
    });
    const late = Date.now() - planned.getTime();
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(60_000);
    await phone.page.reload();
    await phone.sees(title);
    await shot(phone.page, 'phone-30-feed');
  });

  chapter('the shopper likes it and says something', async () => {
    await phone.words(title).tap();
    await phone.by('comment-input').waitFor();
    // By its own id: while the page slides in, the feed with the likes of other posts is still visible below it.
    const { id } = (await feed()).items.find((one: { title: string }) => one.title === title);
    const like = phone.by(`like-${id}`);
    await like.tap();
    await like.filter({ hasText: /^\s*1\s*$/ }).waitFor();
    await phone.type('comment-input', words);
    await phone.by('comment-send').tap();
    await phone.sees(words);
    await shot(phone.page, 'phone-31-post');
    const post = (await feed()).items.find((one: { title: string }) => one.title === title);
    expect(post).toMatchObject({ likes: 1, comments: 1, likedByMe: true });
  });

  chapter('a risky comment is refused in plain words', async () => {
    await phone.type('comment-input', '一起赌博');
    await phone.by('comment-send').tap();
    await waitUntil('the page says why', () => phone.page.locator('.taro__toast, .taro-toast').count());
    expect((await feed()).items.find((one: { title: string }) => one.title === title).comments).toBe(1);
    expectNoFaults(phone.page, /status of 4\d\d .*\/comments/);
  });

  chapter('the manager sees what came back', async () => {
    await desk.page.reload();
    await desk.page.locator(`[title^="${title}"]`).click();
    await desk.sees('互动');
    const engagement = desk.page.locator('.ant-drawer').filter({ visible: true });
    await waitUntil('like and comment are counted', async () =>
      /点赞\s*1.*评论\s*1/s.test((await engagement.textContent()) ?? ''),
    );
    await shot(desk.page, 'desk-06-engagement');
    expectNoFaults(desk.page);
  });
});
