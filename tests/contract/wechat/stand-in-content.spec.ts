import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { createStandIn } from '../../../apps/wechat-stand-in/src/server';
import { APP } from './pair';

describe('the stand-in draws codes and checks texts', () => {
  const { app, world } = createStandIn({
    ...APP,
    releasedPages: ['pages/home/index'],
    limits: { picturesPerMinute: 2, textChecksPerMinute: 2 },
  });
  beforeEach(() => world.reset());
  afterAll(() => app.close());

  const post = (path: string, payload: object) =>
    app.inject({ method: 'POST', url: `${path}?access_token=${world.tokens.grantStable().token}`, payload });
  const draw = (payload: object) => post('/wxa/getwxacodeunlimit', payload);
  const page = 'pages/home/index';

  it('draws a picture that a scanner reads', async () => {
    const answer = await draw({ scene: 'i=MB8F2K&s=12', page, width: 430 });
    expect(answer.headers['content-type']).toMatch(/^image\//);
    const png = PNG.sync.read(answer.rawPayload);
    expect([png.width, png.height]).toEqual([430, 430]);
    const read = jsQR(new Uint8ClampedArray(png.data), png.width, png.height);
    expect(read?.data).toBe('weixin-stand-in://pages/home/index?scene=i%3DMB8F2K%26s%3D12');
  });

  it.each([
    [{ scene: '', page }, 40169],
    [{ scene: 'a'.repeat(33), page }, 40169],
    [{ scene: '门店', page }, 40169],
    [{ scene: 'a%20b', page }, 40169],
    [{ page }, 40169],
    [{ scene: 's=1', page: '/pages/home/index' }, 41030],
    [{ scene: 's=1', page: 'pages/home/index?x=1' }, 41030],
    [{ scene: 's=1', page: 'pages/new/index' }, 41030],
    [{ scene: 's=1', page, width: 100 }, 40097],
    [{ scene: 's=1', page, env_version: 'beta' }, 40097],
  ])('refuses the code of %j with %i', async (payload, errcode) =>
    expect((await draw(payload)).json().errcode).toBe(errcode),
  );

  it('draws an unreleased page when the check is off, and so many pictures a minute', async () => {
    const unreleased = { scene: 's=1', page: 'pages/new/index', check_path: false };
    expect((await draw(unreleased)).headers['content-type']).toMatch(/^image\//);
    await draw(unreleased);
    expect((await draw(unreleased)).json().errcode).toBe(45009);
  });

  const openid = world.people.all()[0]!.openid;
  const check = async (payload: object) =>
    (await post('/wxa/msg_sec_check', { version: 2, openid, scene: 2, ...payload })).json();

  it.each([
    ['今天的桂花乌龙真好喝', 'pass', 100],
    ['想一起做兼职的加微信', 'review', 10001],
    ['线上赌 博，兼职日结', 'risky', 20006],
  ])('judges %s: %s %i', async (content, suggest, label) => {
    world.visits.note(openid);
    expect(await check({ content })).toMatchObject({ errcode: 0, errmsg: 'ok', result: { suggest, label } });
  });

  it('judges only people who were there within two hours', async () => {
    expect((await check({ content: '好喝' })).errcode).toBe(61010);
    await app.inject({ method: 'POST', url: '/stand-in/visit', payload: { personId: 'p1' } });
    expect((await check({ content: '好喝' })).errcode).toBe(0);
    world.clock.moveTo(7_200_001);
    expect((await check({ content: '好喝' })).errcode).toBe(61010);
  });

  it('refuses wrong fields, and speaks the first version too', async () => {
    world.visits.note(openid);
    expect((await check({ content: '' })).errcode).toBe(44002);
    expect((await check({ content: '长'.repeat(2501) })).errcode).toBe(45002);
    expect((await check({ content: '好', scene: 9 })).errcode).toBe(40129);
    expect((await check({ content: '好', openid: 'oNobody' })).errcode).toBe(40003);
    expect((await check({ content: '赌博', version: 1 })).errcode).toBe(87014);
    expect((await app.inject({ url: '/wxa/msg_sec_check' })).json().errcode).toBe(43302);
    for (let time = 0; time < 2; time += 1) await check({ content: '好' });
    expect((await check({ content: '好' })).errcode).toBe(45009);
  });
});
