import { createStandIn } from '../../../apps/wechat-stand-in/src/server';
import { APP } from './pair';

describe('the stand-in plays people and their codes', () => {
  const { app, world } = createStandIn({ ...APP, limits: { loginsPerMinutePerPerson: 3 } });
  beforeEach(() => world.reset());
  afterAll(() => app.close());

  const post = async (url: string, payload: object) => (await app.inject({ method: 'POST', url, payload })).json();
  const codeFor = async (kind: 'login' | 'phone', personId = 'p1') =>
    (await post(`/stand-in/${kind}`, { personId })).code;
  const session = async (query: Record<string, string>) => {
    const whole = { appid: APP.appId, secret: APP.appSecret, grant_type: 'authorization_code', ...query };
    return (await app.inject({ url: '/sns/jscode2session', query: whole })).json();
  };
  const phone = async (payload: object) => {
    const token = world.tokens.grantStable().token;
    return post(`/wxa/business/getuserphonenumber?access_token=${token}`, payload);
  };

  it('turns a log-in code into the same openid each time and another session key each time', async () => {
    const first = await session({ js_code: await codeFor('login') });
    const second = await session({ js_code: await codeFor('login') });
    expect(first).toEqual({
      openid: expect.stringMatching(/^o[\w-]{27}$/),
      session_key: expect.stringMatching(/^[\w+/]{22}==$/),
      unionid: expect.stringMatching(/^o[\w-]{27}$/),
    });
    expect(second.openid).toBe(first.openid);
    expect(second.session_key).not.toBe(first.session_key);
  });

  it('takes a log-in code once (40163), for five minutes and of its own kind (40029)', async () => {
    const code = await codeFor('login');
    await session({ js_code: code });
    expect((await session({ js_code: code })).errcode).toBe(40163);
    const old = await codeFor('login');
    world.clock.moveTo(300_000);
    expect((await session({ js_code: old })).errcode).toBe(40029);
    expect((await session({ js_code: await codeFor('phone') })).errcode).toBe(40029);
    expect((await session({ js_code: 'made-up' })).errcode).toBe(40029);
  });

  it('says what is missing in a log-in call, and limits one person per minute without using up the code', async () => {
    expect((await session({})).errcode).toBe(41008);
    expect((await session({ js_code: 'x', appid: '' })).errcode).toBe(41002);
    expect((await session({ js_code: 'x', secret: 'other' })).errcode).toBe(40125);
    expect((await post('/sns/jscode2session', { appid: APP.appId })).errcode).toBe(41002);
    for (let time = 0; time < 3; time += 1) await session({ js_code: await codeFor('login') });
    const code = await codeFor('login');
    expect((await session({ js_code: code })).errcode).toBe(45011);
    world.clock.moveTo(61_000);
    expect((await session({ js_code: code })).openid).toBeDefined();
  });

  it('turns a phone code into the number, once, with the watermark of the app', async () => {
    const code = await codeFor('phone', 'p2');
    const answer = await phone({ code });
    expect(answer).toMatchObject({
      errcode: 0,
      errmsg: 'ok',
      phone_info: { phoneNumber: '19900000002', purePhoneNumber: '19900000002', countryCode: 86 },
    });
    expect(answer.phone_info.watermark.appid).toBe(APP.appId);
    expect((await phone({ code })).errcode).toBe(40029);
  });

  it('refuses a phone code that is old, of another kind, of another person, or missing', async () => {
    const [code, login] = [await codeFor('phone'), await codeFor('login')];
    expect((await phone({ code: login })).errcode).toBe(40029);
    expect((await phone({ code, openid: 'oSomebodyElse' })).errcode).toBe(40003);
    expect((await phone({})).errcode).toBe(41008);
    world.clock.moveTo(300_000);
    expect((await phone({ code })).errcode).toBe(40029);
  });

  it('lists eight people with drawn faces, and takes new ones', async () => {
    const { items } = (await app.inject({ url: '/stand-in/people' })).json();
    expect(items).toHaveLength(8);
    expect(new Set(items.map((person: { openid: string }) => person.openid)).size).toBe(8);
    for (const person of items) expect(person.avatarSvg).toMatch(/^<svg .*<\/svg>$/);
    const added = await post('/stand-in/people', { nickname: '小江', phone: '19911112222' });
    expect(added).toMatchObject({ personId: 'p9', nickname: '小江', phoneMasked: '199****2222' });
    expect((await session({ js_code: await codeFor('login', 'p9') })).openid).toBe(added.openid);
    expect((await app.inject({ url: new URL(added.avatarUrl).pathname })).headers['content-type']).toContain('svg');
  });

  it('refuses people that it does not know and numbers that are none', async () => {
    const unknown = await app.inject({ method: 'POST', url: '/stand-in/login', payload: { personId: 'nobody' } });
    expect(unknown.statusCode).toBe(404);
    const payload = { nickname: '小江', phone: '12' };
    expect((await app.inject({ method: 'POST', url: '/stand-in/people', payload })).statusCode).toBe(400);
  });
});
