import { Logger } from '@nestjs/common';
import { usePrivateDatabase } from '../../support/private-database';
import { APP, codeOf, gatewayOn, type ListeningStandIn, listenStandIn } from './pair';

describe('what the gateway never tells', () => {
  const database = usePrivateDatabase();
  let standIn: ListeningStandIn;
  let told: string[];

  beforeAll(async () => {
    standIn = await listenStandIn();
  });
  afterAll(() => standIn.app.close());
  beforeEach(() => {
    standIn.world.reset();
    told = [];
    const hear = (...parts: unknown[]) => {
      told.push(parts.map(String).join(' '));
    };
    Logger.overrideLogger({ log: hear, warn: hear, error: hear, debug: hear, verbose: hear });
  });
  afterEach(() => Logger.overrideLogger(false));

  it('logs and throws no secret, code, token or phone number, whatever goes wrong', async () => {
    const { gateway } = gatewayOn(database.dataSource, { baseUrl: standIn.url, timeoutMs: 300 });
    const [login, phone] = [await codeOf(standIn, 'login'), await codeOf(standIn, 'phone')];
    const faults = [
      { mode: 'fail', errcode: 40013 },
      { mode: 'fail', errcode: -1 },
      { mode: 'fail', errcode: 40001, times: 2 },
      { mode: 'fail', httpStatus: 502 },
      { mode: 'fail', httpStatus: 404 },
      { mode: 'delay', delayMs: 600 },
      { mode: 'drop' },
    ];
    for (const fault of faults) {
      await standIn.own('faults', { path: '*', ...fault });
      for (const work of [() => gateway.code2Session(login), () => gateway.phoneNumber(phone)])
        await work().catch((error: Error) => told.push(`${error.message} ${error.stack} ${JSON.stringify(error)}`));
    }
    const token = standIn.world.tokens.grantStable().token;
    const everything = told.join('\n');
    expect(told.length).toBeGreaterThan(faults.length);
    for (const secret of [APP.appSecret, login, phone, token, '19900000001']) expect(everything).not.toContain(secret);
    expect(everything).toContain('errcode 40013, rid: ');
  });

  it('keeps the token encrypted in its row', async () => {
    const { tokens } = gatewayOn(database.dataSource, { baseUrl: standIn.url });
    const { token } = await tokens.usable();
    const [row] = await database.query<{ token_cipher: string; generation: string }>(
      'SELECT * FROM wechat_access_token',
    );
    expect(row!.generation).toBe('1');
    expect(row!.token_cipher).toMatch(/^v1\./);
    expect(row!.token_cipher).not.toContain(token.slice(3));
  });

  it('shows no secret in the log of calls that tests read', async () => {
    const { gateway } = gatewayOn(database.dataSource, { baseUrl: standIn.url });
    await gateway.code2Session(await codeOf(standIn, 'login'));
    await gateway.phoneNumber(await codeOf(standIn, 'phone'));
    const answer = await fetch(`${standIn.url}/stand-in/calls`);
    const log = (await answer.json()) as { items: { path: string }[] };
    expect(log.items.map((call) => call.path)).toEqual([
      '/sns/jscode2session',
      '/cgi-bin/stable_token',
      '/wxa/business/getuserphonenumber',
    ]);
    expect(Object.keys(log.items[0]!)).toEqual(['method', 'path', 'at', 'errcode', 'fault']);
  });
});
