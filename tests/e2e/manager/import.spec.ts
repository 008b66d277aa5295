import { Desk } from '../support/console';
import { ownerLogin } from '../support/people';
import { chapters, expectNoFaults, mark, shot, useStory } from '../support/story';

const order = mark();
const CSV = [
  '订单号,消费时间,商品名称,品类,数量,实付金额',
  `${order}-1,2026-11-20 10:05,龙井,原叶茶,1,38.00`,
  `${order}-1,2026-11-20 10:05,桂花糕,茶点,2,24.00`,
  `${order}-2,2026-11-20 11:30,多肉葡萄,果茶,1,25.00`,
  `${order}-3,2026-11-20 12:00,多肉葡萄,果茶,1,不是数字`,
].join('\n');

describe('a manager imports purchases', () => {
  const story = useStory();
  const chapter = chapters(story);
  let desk: Desk = undefined as never;

  const upload = async () => {
    await desk.open('/imports');
    const file = { name: `收银-${order}.csv`, mimeType: 'text/csv', buffer: Buffer.from(CSV, 'utf8') };
    await desk.page.locator('input[type=file]').setInputFiles(file);
    await desk.sees('每一列是什么');
  };
  const mapAndTry = async () => {
    await desk.choose('整份文件的门店', /湖滨店$/);
    await desk.button('保存并试跑').click();
    await desk.sees('试跑报告');
  };

  beforeAll(async () => {
    desk = await Desk.loggedIn(story().browser, story().stack, ownerLogin(story().stack));
  });

  chapter('maps the columns, guessed from their names', async () => {
    await upload();
    await desk.sees('2026-11-20 10:05');
    await shot(desk.page, 'desk-20-import-map');
    await mapAndTry();
  });

  chapter('reads in the dry run which row is wrong, and nothing is written', async () => {
    await desk.sees('将写入');
    await desk.sees('有问题的行');
    await shot(desk.page, 'desk-21-import-dry');
  });

  chapter('runs it and keeps the report', async () => {
    await desk.button('开始导入').click();
    await desk.page
      .locator('.ant-popover:visible')
      .getByRole('button', { name: /确\s?定/ })
      .click();
    await desk.sees('导入完成');
    await shot(desk.page, 'desk-22-import-done');
    const download = desk.page.waitForEvent('download');
    await desk.button('下载完整报告').click();
    expect((await download).suggestedFilename()).toContain(order);
  });

  chapter('finds the purchases, and a second import of the same file writes nothing', async () => {
    await upload();
    await mapAndTry();
    await desk.sees('将写入');
    expect(await desk.button('开始导入').isDisabled()).toBe(true);
    // By its day: the sample brand sells every day, and what is a few days old has left the first page.
    await desk.open('/purchases?from=2026-11-20&to=2026-11-20&pageSize=100');
    const row = desk.page.locator('tr', { has: desk.page.locator('time[datetime^="2026-11-20T02:05"]') });
    await row.filter({ hasText: '¥62.00' }).first().waitFor();
    await shot(desk.page, 'desk-23-purchases');
    expectNoFaults(desk.page);
  });
});
