import { Logger } from '@nestjs/common';
import { usePrivateDatabase } from '../../support/private-database';
import { codeOf, type GatewayParts, gatewayOn, type ListeningStandIn, listenStandIn } from './pair';

const TOKEN = '/cgi-bin/stable_token';
const PHONE = '/wxa/business/getuserphonenumber';

describe('the gateway keeps its access token fresh', () => {
  const database = usePrivateDatabase();
  let standIn: ListeningStandIn;
  let parts: GatewayParts;
  const phone = async () => parts.gateway.phoneNumber(await codeOf(standIn, 'phone'));

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

  it('fetches a token at the first need, and a restarted process reads it from the table', async () => {
    await phone();
    await phone();
    parts = gatewayOn(database.dataSource, { baseUrl: standIn.url });
    await phone();
    expect(standIn.callsOf(TOKEN)).toBe(1);
  });

  it('fetches the next one four minutes before the end', async () => {
    await phone();
    parts.clock.advance({ minutes: 115, seconds: 55 });
    await standIn.own('clock', { offsetMs: 115 * 60_000 + 55_000 });
    await phone();
    expect(standIn.callsOf(TOKEN)).toBe(1);
    parts.clock.advance({ seconds: 10 });
    await standIn.own('clock', { offsetMs: 116 * 60_000 + 5_000 });
    await phone();
    expect(standIn.callsOf(TOKEN)).toBe(2);
  });

  it.each([40001, 42001, 40014])('asks once more with a newer token after %i', async (errcode) => {
    await phone();
    await standIn.own('faults', { path: PHONE, mode: 'fail', errcode });
    expect((await phone()).purePhoneNumber).toBe('19900000001');
    // The stable token was still the same one, so it took force to get another.
    expect(standIn.callsOf(TOKEN)).toBe(3);
  });

  it('asks without force when somebody else has already renewed the token', async () => {
    await phone();
    standIn.world.tokens.forceStable();
    await phone();
    expect(standIn.callsOf(TOKEN)).toBe(2);
  });

  it('asks again only once: a token that is refused twice is a failure', async () => {
    await standIn.own('faults', { path: PHONE, mode: 'fail', errcode: 40001, times: 5 });
    await expect(phone()).rejects.toMatchObject({ name: 'WechatFailure', errcode: 40001 });
    expect(standIn.callsOf(PHONE)).toBe(2);
  });

  it('asks again at the next need after WeChat could not give a token', async () => {
    await standIn.own('faults', { path: TOKEN, mode: 'fail', errcode: -1 });
    await expect(phone()).rejects.toMatchObject({ code: 'WechatBusy' });
    expect((await phone()).purePhoneNumber).toBe('19900000001');
  });

  it('replaces a token that was written under another key', async () => {
    await phone();
    await database.dataSource.query("UPDATE wechat_access_token SET token_cipher = 'v1.AAAA.AAAA.AAAA'");
    parts = gatewayOn(database.dataSource, { baseUrl: standIn.url });
    await phone();
    const [row] = await database.query<{ generation: string }>('SELECT generation FROM wechat_access_token');
    expect(row!.generation).toBe('2');
  });
});
