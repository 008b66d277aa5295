import { waitUntil } from '../../support/wait-until';
import { Desk } from '../support/console';
import { ownerLogin } from '../support/people';
import { chapters, expectNoFaults, mark, shot, useStory } from '../support/story';

describe('a manager lets a colleague in, and go', () => {
  const story = useStory();
  const chapter = chapters(story);
  const [name, login] = [`同事${mark()}`, `colleague-${mark()}`];
  let [owner, colleague]: [Desk, Desk] = [] as never;
  let password = '';

  beforeAll(async () => {
    const { stack, browser } = story();
    owner = await Desk.loggedIn(browser, stack, ownerLogin(stack));
    colleague = await Desk.at(browser, stack);
  });

  chapter('a new colleague gets a password that is shown once', async () => {
    await owner.menu('员工');
    await owner.button('新建员工').click();
    await owner.field('姓名').fill(name);
    await owner.choose('角色', '运营经理');
    await owner.field('登录账号').fill(login);
    await owner.button('保存').click();
    await owner.sees('的临时密码');
    password = (await owner.page.locator('.ant-modal code').textContent()) ?? '';
    await shot(owner.page, 'desk-30-password');
    await owner.button('我已记下').click();
  });

  chapter('the colleague logs in and must choose a password of their own first', async () => {
    await colleague.logIn({ login, password });
    await colleague.sees('您正在使用临时密码');
    await colleague.field('当前密码').fill(password);
    password = `my own words ${mark()}`;
    await colleague.field('新密码').fill(password);
    await colleague.field('再输一次新密码').fill(password);
    await colleague.button('修改密码').click();
    await colleague.page.getByText('您正在使用临时密码').waitFor({ state: 'detached' });
    await colleague.menu('今日');
    await colleague.sees('今日销售');
  });

  chapter('is let go, and the open session ends at once', async () => {
    const row = owner.page.getByRole('row', { name });
    await row.getByRole('button', { name: '更多' }).click();
    await owner.page.getByRole('menuitem', { name: '停用' }).click();
    await owner.page
      .locator('.ant-modal-confirm')
      .getByRole('button', { name: /停\s?用/ })
      .click();
    await row.getByText('已停用').waitFor();
    await shot(owner.page, 'desk-31-staff');
    await colleague.menu('会员');
    await waitUntil('the colleague is outside', () => new URL(colleague.page.url()).pathname.endsWith('/login'), {
      withinMs: 30_000,
    });
    await colleague.logIn({ login, password });
    await colleague.sees('账号或密码不对');
    expectNoFaults(owner.page);
    expectNoFaults(colleague.page, /status of 401/);
  });
});
