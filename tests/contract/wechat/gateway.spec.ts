import { Refusal } from '@fanloop/kernel';
import { WechatFailure } from '@fanloop/wechat';
import { Logger } from '@nestjs/common';
import { usePrivateDatabase } from '../../support/private-database';
import { codeOf, type GatewayParts, gatewayOn, type ListeningStandIn, listenStandIn } from './pair';

/** The code of a refusal, or the error code of a failure. */
const outcome = (work: Promise<unknown>): Promise<string | number | null> =>
  work.then(
    () => 'no error',
    (error: unknown) => {
      if (error instanceof Refusal) return error.code;
      if (error instanceof WechatFailure) return error.errcode;
      throw error;
    },
  );

describe('the gateway and the stand-in understand each other', () => {
  const database = usePrivateDatabase();
  let standIn: ListeningStandIn;
  let parts: GatewayParts;
  const gateway = () => parts.gateway;
  const fault = (path: string, more: object = {}) => standIn.own('faults', { path, mode: 'fail', ...more });

  beforeAll(async () => {
    // The gateway warns of each fault that these tests make.
    Logger.overrideLogger(false);
    standIn = await listenStandIn();
  });
  afterAll(() => standIn.app.close());
  beforeEach(() => {
    standIn.world.reset();
    parts = gatewayOn(database.dataSource, { baseUrl: standIn.url });
  });

  it('learns who a log-in code stands for, once', async () => {
    const code = await codeOf(standIn, 'login');
    const person = standIn.world.people.byPersonId('p1')!;
    const session = await gateway().code2Session(code);
    expect(session).toMatchObject({ openid: person.openid, unionid: person.unionid });
    expect(await outcome(gateway().code2Session(code))).toBe('LoginCodeInvalid');
    expect(await outcome(gateway().code2Session(''))).toBe('LoginCodeInvalid');
  });

  it('refuses a log-in code that is older than five minutes', async () => {
    const code = await codeOf(standIn, 'login');
    await standIn.own('clock', { offsetMs: 300_001 });
    expect(await outcome(gateway().code2Session(code))).toBe('LoginCodeInvalid');
  });

  it('learns the number behind a phone code, once, whatever type the country code has', async () => {
    const code = await codeOf(standIn, 'phone');
    const number = { phoneNumber: '19900000001', purePhoneNumber: '19900000001', countryCode: '86' };
    expect(await gateway().phoneNumber(code)).toEqual(number);
    expect(await outcome(gateway().phoneNumber(code))).toBe('PhoneCodeInvalid');
    expect(await outcome(gateway().phoneNumber(await codeOf(standIn, 'login')))).toBe('PhoneCodeInvalid');
  });

  it('gets the picture of a code, and sends nothing that WeChat would not take', async () => {
    const picture = await gateway().unlimitedQrCode({ scene: 's=12', page: 'pages/home/index' });
    expect(picture.contentType).toMatch(/^image\//);
    expect(picture.bytes.length).toBeGreaterThan(500);
    await expect(gateway().unlimitedQrCode({ scene: '门店', page: 'pages/home/index' })).rejects.toThrow(RangeError);
    await expect(gateway().unlimitedQrCode({ scene: 's=1', page: '/pages/home/index' })).rejects.toThrow(RangeError);
  });

  it('hears a verdict on a text', async () => {
    const { openid } = standIn.world.people.byPersonId('p1')!;
    const check = (text: string) => gateway().checkText({ openid, scene: 'comment', text });
    expect(await outcome(check('好喝'))).toBe('VisitTooLongAgo');
    await standIn.own('visit', { personId: 'p1' });
    expect(await check('好喝')).toEqual({ suggest: 'pass', label: 100 });
    expect(await check('兼职日结')).toEqual({ suggest: 'review', label: 10001 });
    expect(await check('线上赌博')).toEqual({ suggest: 'risky', label: 20006 });
    expect(await outcome(check('长'.repeat(2501)))).toBe('TextTooLong');
    expect(await outcome(gateway().checkText({ openid: 'oNobody', scene: 'comment', text: '好' }))).toBe(40003);
  });

  it.each([
    [-1, 'WechatBusy'],
    [45009, 'WechatBusy'],
    [45011, 'WechatTooOften'],
    [40226, 'WechatAccountAtRisk'],
    [40029, 'LoginCodeInvalid'],
    [40013, 40013],
    [40125, 40125],
    [40164, 40164],
  ])('hears %i at log-in as %s', async (errcode, heard) => {
    await fault('/sns/jscode2session', { errcode });
    expect(await outcome(gateway().code2Session(await codeOf(standIn, 'login')))).toBe(heard);
  });

  it('calls a wrong secret by its code', async () => {
    const stranger = gatewayOn(database.dataSource, { baseUrl: standIn.url, appSecret: 'wrong-secret' }).gateway;
    expect(await outcome(stranger.code2Session('x'))).toBe(40125);
    expect(await outcome(stranger.phoneNumber('x'))).toBe(40125);
  });

  it('calls a broken way busy: a gateway in between, no answer in time, a lost connection, nobody there', async () => {
    const path = '/sns/jscode2session';
    const impatient = gatewayOn(database.dataSource, { baseUrl: standIn.url, timeoutMs: 200 }).gateway;
    await fault(path, { httpStatus: 502 });
    expect(await outcome(gateway().code2Session('x'))).toBe('WechatBusy');
    await standIn.own('faults', { path, mode: 'delay', delayMs: 1000 });
    expect(await outcome(impatient.code2Session('x'))).toBe('WechatBusy');
    await standIn.own('faults', { path, mode: 'drop' });
    expect(await outcome(gateway().code2Session('x'))).toBe('WechatBusy');
    const nowhere = gatewayOn(database.dataSource, { baseUrl: 'http://127.0.0.1:1' }).gateway;
    expect(await outcome(nowhere.code2Session('x'))).toBe('WechatBusy');
  });

  it('takes an answer that is no JSON for a failure', async () => {
    await fault('/sns/jscode2session', { httpStatus: 200 });
    expect(await outcome(gateway().code2Session('x'))).toBeNull();
  });

  it('hears of a code that a repeated or a broken delivery has used up', async () => {
    const code = await codeOf(standIn, 'login');
    await standIn.own('faults', { path: '/sns/jscode2session', mode: 'repeat' });
    expect(await outcome(gateway().code2Session(code))).toBe('LoginCodeInvalid');
    const second = await codeOf(standIn, 'phone');
    await standIn.own('faults', { path: '/wxa/business/getuserphonenumber', mode: 'drop' });
    expect(await outcome(gateway().phoneNumber(second))).toBe('WechatBusy');
    expect(await outcome(gateway().phoneNumber(second))).toBe('PhoneCodeInvalid');
  });
});
