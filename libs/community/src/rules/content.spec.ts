import { type ContentBody, checkBody } from './content';

const body = (change: Partial<ContentBody> = {}): ContentBody => ({
  title: ' 新茶 ',
  text: ' 到店 🍵\n',
  pictureUrls: [],
  link: null,
  ...change,
});
const problem = (change: Partial<ContentBody>): unknown => {
  const outcome = checkBody(body(change));
  return outcome.ok ? null : outcome.refusal.details['problem'];
};

it('trims the edges, and takes an empty title for none', () => {
  expect(checkBody(body())).toMatchObject({ value: { title: '新茶', text: '到店 🍵' } });
  expect(checkBody(body({ title: '  ' }))).toMatchObject({ value: { title: null } });
});

it.each<[Partial<ContentBody>, string | null]>([
  [{ text: ' ', pictureUrls: ['/pictures/tea.svg'] }, null],
  [{ text: ' ' }, '正文和图片至少要有一样'],
  [{ title: '茶'.repeat(65) }, '标题最多 64 个字'],
  [{ title: '🍵'.repeat(64) }, null],
  [{ text: '茶'.repeat(5001) }, '正文最多 5000 个字'],
  [{ pictureUrls: Array(10).fill('https://a.example/b.jpg') }, '最多 9 张图片'],
  [{ pictureUrls: ['javascript:alert(1)'] }, '图片地址有误'],
  [{ pictureUrls: ['data:image/png;base64,AA'] }, '图片地址有误'],
  [{ pictureUrls: ['https://a.example/"><script>'] }, '图片地址有误'],
])('%#: a body is sound or says what is wrong: %s', (change, expected) => {
  expect(problem(change)).toBe(expected);
});
