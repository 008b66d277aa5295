import { Writable } from 'node:stream';
import { createLog, PinoLogger, RefusalFilter, refusePlatform } from '@fanloop/platform';
import { Logger } from '@nestjs/common';
import { fastify } from 'fastify';
import pino, { type Logger as Pino } from 'pino';
import { installRequestHooks } from '../../../apps/api/src/operations/request-hooks';

const collect = (): { sink: Writable; text: () => string } => {
  let text = '';
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  return { sink, text: () => text };
};

const metrics = { httpSeconds: { observe: () => undefined } } as never;

/** What the api writes for one request whose handler also logs everything it has. */
const logged = async (log: (sink: Writable) => Pino): Promise<string> => {
  const { sink, text } = collect();
  const pinoLog = log(sink);
  const server = fastify();
  installRequestHooks(server, metrics, pinoLog);
  server.post('/api/member/session', (request, reply) => {
    const { headers, body, query } = request;
    new PinoLogger(pinoLog).warn({ headers, body, query, nested: { headers, body, query } }, 'looked', 'Test');
    new PinoLogger(pinoLog).error(
      { err: Object.assign(new Error('bad statement'), { parameters: ['13955556666'], sql: "phone = '13955556666'" }) },
      'failed',
      'Test',
    );
    return reply.send({});
  });
  await server.inject({
    method: 'POST',
    url: '/api/member/session?code=0a1b2c3d&phone=13955556666',
    headers: { authorization: 'Bearer a-secret-token', cookie: 'b=a-secret-token' },
    payload: { phone: '13955556666', password: 'pa55', code: '0a1b2c3d', refreshToken: 'c-secret-token' },
  });
  return text();
};

const SECRETS = ['13955556666', '0a1b2c3d', 'a-secret-token', 'pa55', 'c-secret-token'];
const leaks = (text: string): string[] => SECRETS.filter((secret) => text.includes(secret));

describe('S10 the log of a request', () => {
  it('S10 holds method and path, and no query, header, phone, code, password or token', async () => {
    const text = await logged((sink) => createLog('info', sink));
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map((line) => line.msg)).toEqual(['looked', 'failed', 'request']);
    expect(lines[2]).toMatchObject({ method: 'POST', path: '/api/member/session', status: 200 });
    expect(leaks(text)).toEqual([]);
  });

  it('S10 is noticed by this test: a logger without these options writes all of it', async () => {
    expect(leaks(await logged((sink) => pino({ level: 'info' }, sink)))).toEqual(SECRETS);
  });

  it("names the request's id, and what it was refused for, in its line; an error is answered with that id", async () => {
    const { sink, text } = collect();
    const server = fastify();
    installRequestHooks(server, metrics, createLog('info', sink));
    const filter = new RefusalFilter();
    jest.spyOn(Logger.prototype, 'error').mockReturnValue();
    const asking = (path: string, thrown: unknown) =>
      server.get(path, (request, reply) => {
        const http = { getRequest: () => request, getResponse: () => reply };
        filter.catch(thrown, { switchToHttp: () => http } as never);
        return reply;
      });
    asking('/gone', refusePlatform('NotFound'));
    asking('/broken', new Error('a bug'));
    server.get('/fine', () => ({}));
    const bodies = [];
    for (const path of ['/fine', '/gone', '/broken']) bodies.push((await server.inject(path)).json());
    const lines = text()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { requestId: string; refused?: string; status: number });
    expect(lines.map(({ refused, status }) => [status, refused])).toEqual([
      [200, undefined],
      [404, 'NotFound'],
      [500, 'InternalError'],
    ]);
    expect(new Set(lines.map(({ requestId }) => requestId)).size).toBe(3);
    expect(bodies[2]).toMatchObject({ code: 'InternalError', details: { requestId: lines[2]!.requestId } });
  });
});
