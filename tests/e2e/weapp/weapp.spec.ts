import { builtFrontEnd } from '../../support/builds';
import { waitUntil } from '../../support/wait-until';
import { payParameters } from './answers-of-the-mall';
import { FakeApi } from './fake-api';
import { LogicHost } from './logic-host';
import { View } from './view';

// The package as WeChat would load it, without WeChat: the built logic runs in a bare realm, the built WXML is drawn by
// WeChat's own compiler. Neither can lay pixels out; `tests/e2e` does that with the h5 build of the same source.

const QUERIES: Record<string, string> = {
  'packages/activities/detail': '?id=1',
  'packages/coupons/give': '?id=21',
  'packages/coupons/gift': '?token=tea-for-a-friend',
  'packages/mall/item': '?id=3',
  'packages/mall/reward': '?no=R23456789ABC',
  'packages/community/post': '?id=11',
  'packages/clerk/customer': '?storeId=1',
  'packages/clerk/receipt': '?no=P100',
  'packages/clerk/today': '?storeId=1',
  'packages/clerk/check-in': '?storeId=1',
  'packages/clerk/coupon': '?storeId=1',
  'packages/clerk/pick-up': '?storeId=1',
  'packages/clerk/undos': '?storeId=1',
};

/** Words that prove a page shows what the API answered, not its skeleton. */
const WORDS: Record<string, RegExp> = {
  'pages/home/index': /小满[\s\S]*金叶[\s\S]*1,280[\s\S]*周末茶会/,
  'pages/coupons/index': /老白茶立减券[\s\S]*领取/,
  'pages/code/index': /281234 567890 123456/,
  'pages/community/index': /立冬，煮一壶老白茶/,
  'pages/mine/index': /小满[\s\S]*862044170935/,
  'packages/join/index': /会员服务条款/,
  'packages/points/index': /1,280[\s\S]*消费得积分/,
  'packages/points/transfer': /今天还可转赠 970 积分、2 次[\s\S]*转给 小\*/,
  'packages/points/tier': /金叶[\s\S]*积分 ×1.2/,
  'packages/coupons/code': /兑换码[\s\S]*粘贴[\s\S]*扫一扫/,
  'packages/coupons/give': /会员日立减券[\s\S]*没人领取会自动退回[\s\S]*生成礼物/,
  'packages/coupons/gift': /小\* 送你一张券[\s\S]*收下这张券/,
  'packages/coupons/gifts': /会员日立减券[\s\S]*送给 青\*[\s\S]*已领取/,
  'packages/mall/index': /1,280[\s\S]*青瓷随行杯[\s\S]*还差 720 积分[\s\S]*手冲壶[\s\S]*\+ ¥39\.90/,
  'packages/membership/index': /年卡[\s\S]*约 ¥16\.58\/月/,
  'packages/mall/item': /桂花糕一份[\s\S]*凭取货码到店领取/,
  'packages/mall/rewards': /手冲壶[\s\S]*内完成支付[\s\S]*待付款[\s\S]*桂花糕一份[\s\S]*待领取/,
  'packages/mall/reward': /2345 6789 ABCD/,
  'packages/activities/index': /周末茶会/,
  'packages/activities/detail': /558201[\s\S]*请提前十分钟到场/,
  'packages/community/post': /立冬[\s\S]*枣香很足/,
  'packages/me/profile': /昵称/,
  'packages/me/purchases': /陈皮老白/,
  'packages/me/notices': /120 积分即将到期[\s\S]*记得用掉/,
  'packages/me/fan-story': /熟客[\s\S]*常来坐坐/,
  'packages/me/privacy': /注销账户/,
  'packages/stores/index': /静安寺店/,
  'packages/clerk/index': /扫会员码/,
  'packages/clerk/customer': /重新扫码/,
  'packages/clerk/receipt': /¥58\.00/,
  'packages/clerk/today': /1 笔/,
  'packages/clerk/check-in': /周末茶会/,
  'packages/clerk/coupon': /扫券码/,
  'packages/clerk/pick-up': /扫取货码/,
  'packages/clerk/undos': /¥58\.00[\s\S]*林掌柜 · 记错会员/,
};

describe('the weapp package', () => {
  let dist: string;
  let view: View;
  const hosts: LogicHost[] = [];

  beforeAll(async () => {
    dist = await builtFrontEnd('weapp');
    view = new View(dist);
  });
  afterEach(() => {
    for (const host of hosts.splice(0)) host.close();
  });

  const booted = (api: FakeApi, storage: ReadonlyMap<string, unknown> = new Map()): LogicHost => {
    const host = new LogicHost(dist, api);
    hosts.push(host);
    for (const [key, value] of storage) host.stub.storage.set(key, value);
    host.boot();
    return host;
  };
  const reads = (host: LogicHost, words: RegExp) =>
    waitUntil(`${host.top.route} reads ${words}; it reads: ${view.text(host.top).slice(0, 300)}`, () => {
      if (host.errors.length) throw new Error(host.errors.join('\n'));
      return words.test(view.text(host.top));
    });
  const shows = (host: LogicHost, id: string) => waitUntil(`#${id} is on the page`, () => view.has(host.top, id));

  it('opens every page of app.json with what the API answers, and throws nothing', async () => {
    for (const route of booted(new FakeApi()).routes) {
      const enrolled = route !== 'packages/join/index';
      // There is a coupon in hand to give, on the page that gives it.
      const claimed = route === 'packages/coupons/give';
      const host = booted(new FakeApi({ staff: true, enrolled, claimed }));
      host.open(`${route}${QUERIES[route] ?? ''}`);
      await reads(host, WORDS[route] ?? /./);
      expect({ route, errors: host.errors, templates: view.faults }).toEqual({ route, errors: [], templates: [] });
    }
  });

  it('has words to expect for every page', () => {
    expect(Object.keys(WORDS).sort()).toEqual(booted(new FakeApi()).routes.slice().sort());
  });

  it('signs a visitor up with one tap on the consent and one on the phone button, asking nothing personal before', async () => {
    const api = new FakeApi({ enrolled: false });
    const host = booted(api);
    host.open('pages/home/index', 'tab');
    await shows(host, 'go-join');
    view.fire(host.top, 'go-join');
    await shows(host, 'consent-membership');
    expect(view.has(host.top, 'phone-button')).toBe(false);
    expect(api.requests.filter(({ path }) => /\/member\/(me|home|enrolment)/.test(path))).toEqual([]);

    view.fire(host.top, 'consent-membership');
    await shows(host, 'phone-button');
    view.fire(host.top, 'phone-button', 'getphonenumber', { code: 'phone-code', errMsg: 'getPhoneNumber:ok' });
    await reads(host, /欢迎入会/);

    expect(api.asked('POST', '/api/member/enrolment').map(({ body }) => body)).toEqual([
      {
        phoneCode: 'phone-code',
        consents: [
          { purpose: 'membership', version: 1, granted: true },
          { purpose: 'marketing', version: 1, granted: false },
        ],
      },
    ]);
    expect(host.errors).toEqual([]);
  });

  it('does not enrol somebody who refuses the phone number', async () => {
    const api = new FakeApi({ enrolled: false });
    const host = booted(api);
    host.open('packages/join/index');
    await shows(host, 'consent-membership');
    view.fire(host.top, 'consent-membership');
    await shows(host, 'phone-button');
    view.fire(host.top, 'phone-button', 'getphonenumber', { errMsg: 'getPhoneNumber:fail user deny' });
    await waitUntil('a word is said', () => host.stub.calls.some(({ name }) => name === 'showToast'));
    expect(api.asked('POST', '/api/member/enrolment')).toEqual([]);
  });

  it('claims a coupon with an idempotency key and shows it among the usable ones', async () => {
    const api = new FakeApi();
    const host = booted(api);
    host.open('pages/coupons/index', 'tab');
    await shows(host, 'claim-1');
    view.fire(host.top, 'claim-1');
    await reads(host, /每人限领 1 张/);
    const [claim] = api.asked('POST', '/api/member/coupons/templates/1/claims');
    expect(claim?.header['Idempotency-Key']).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
    view.fire(host.top, 'segment-usable');
    await reads(host, /会员日立减券/);
    expect(host.errors).toEqual([]);
  });

  it('checks in with one tap, where a rule rewards it, and counts what is unread', async () => {
    const api = new FakeApi();
    const host = booted(api);
    host.open('pages/home/index', 'tab');
    await reads(host, /每日签到[\s\S]*已连续 2 天[\s\S]*今天签到得 2 积分/);
    view.fire(host.top, 'check-in-now');
    await waitUntil('it is said', () => host.stub.calls.some(({ name }) => name === 'showToast'));
    expect(api.asked('POST', '/api/member/check-ins')).toHaveLength(1);
    host.open('pages/mine/index', 'tab');
    await reads(host, /消息[\s\S]*1/);
    host.open('packages/me/notices');
    await waitUntil('it is told that it was read', () => api.asked('POST', '/api/member/notices/read').length === 1);
    expect(api.asked('POST', '/api/member/notices/read')[0]!.body).toEqual({ upTo: '5' });
    expect(host.errors).toEqual([]);
  });

  it('hands the signed parameters to WeChat, and then believes the server alone', async () => {
    const api = new FakeApi();
    const host = booted(api);
    host.open('packages/mall/reward?no=R23456789ABD');
    await reads(host, /待付款[\s\S]*¥39\.90[\s\S]*内完成支付/);
    view.fire(host.top, 'pay');
    const path = '/api/member/payments/P23456789ABCDEFGHJKMNPQR';
    await waitUntil('the server is asked', () => api.asked('POST', `${path}/confirmation`).length === 1);
    const sheets = host.stub.calls.filter(({ name }) => name === 'requestPayment');
    const { appId: _, ...signed } = payParameters;
    expect(sheets.map(({ argument }) => argument)).toEqual([expect.objectContaining(signed)]);
    const said = () => host.stub.calls.filter(({ name }) => name === 'showToast').map(({ argument }) => argument);
    await waitUntil('it is said', () => said().length === 1);
    expect(said()).toEqual([expect.objectContaining({ title: '支付成功' })]);
    expect(host.errors).toEqual([]);
  });

  it('tells that a post was read only after it was in sight for three seconds', async () => {
    const api = new FakeApi();
    const host = booted(api);
    host.open('packages/community/post?id=11');
    await reads(host, /立冬/);
    expect(api.asked('POST', '/api/member/posts/11/read')).toEqual([]);
    await waitUntil('it is told', () => api.asked('POST', '/api/member/posts/11/read').length === 1);
  });

  it('keeps a sale when the network fails and sends it later, once, with the key of its first try', async () => {
    const api = new FakeApi({ staff: true });
    const host = booted(api);
    host.open('pages/mine/index', 'tab');
    host.open('packages/clerk/index');
    await shows(host, 'code-field');
    view.fire(host.top, 'code-field', 'input', { value: '281234567890123456' });
    view.fire(host.top, 'code-field', 'confirm', { value: '281234567890123456' });
    await shows(host, 'amount');
    view.fire(host.top, 'amount', 'input', { value: '68' });
    await reads(host, /确认收款 ¥68\.00/);

    api.online = false;
    view.fire(host.top, 'record');
    await reads(host, /待发送[\s\S]*小满 · ¥68\.00[\s\S]*等待网络/);

    api.online = true;
    view.fire(host.top, 'send-now');
    await reads(host, /已入账/);
    const tries = api.asked('POST', '/api/clerk/purchases');
    expect(tries.length).toBeGreaterThanOrEqual(2);
    expect(new Set(tries.map(({ header }) => header['Idempotency-Key'])).size).toBe(1);
    expect(new Set(tries.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(host.errors).toEqual([]);
  });

  it('shows the member code of the last visit at once, and the next step of it, while the network is away', async () => {
    const api = new FakeApi();
    const first = booted(api);
    first.open('pages/code/index', 'tab');
    await reads(first, /281234 567890 123456/);

    api.online = false;
    const again = booted(api, first.stub.storage);
    again.open('pages/code/index', 'tab');
    await reads(again, /28\d{4} \d{6} \d{6}/);
  });
});
