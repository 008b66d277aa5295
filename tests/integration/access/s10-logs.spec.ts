import { Writable } from 'node:stream';
import { loggingOptions } from '@fanloop/platform';
import pino from 'pino';
import { pinoHttp } from 'pino-http';

/** What the api's own logging options write for one request. */
const logged = (request: object, extra: object, options = loggingOptions('info').pinoHttp as object): Promise<string> =>
  new Promise((resolve) => {
    let text = '';
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        text += chunk.toString();
        done();
      },
    });
    const logger = pinoHttp(options, sink);
    logger.logger.info({ req: pino.stdSerializers.req(request as never), ...extra }, 'request completed');
    setImmediate(() => resolve(text));
  });

const request = {
  id: '1',
  method: 'POST',
  url: '/api/member/session?code=0a1b2c3d&phone=13955556666',
  headers: { authorization: 'Bearer a-secret-token', cookie: 'b' },
  raw: {},
};
const extra = { body: { phone: '13955556666', password: 'pa55', code: '0a1b2c3d', refreshToken: 'c-secret-token' } };
const SECRETS = ['13955556666', '0a1b2c3d', 'a-secret-token', 'pa55', 'c-secret-token'];
const leaks = (text: string): string[] => SECRETS.filter((secret) => text.includes(secret));

describe('S10 the log of a request', () => {
  it('S10 holds method and path, and no query, header, phone, code, password or token', async () => {
    const text = await logged(request, extra);
    expect(text).toContain('/api/member/session');
    expect(leaks(text)).toEqual([]);
  });

  it('S10 is noticed by this test: a logger without these options writes all of it', async () => {
    expect(leaks(await logged(request, extra, { level: 'info' }))).toEqual(SECRETS);
  });
});
