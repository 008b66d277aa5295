import { Writable } from 'node:stream';
import { createLog, PinoLogger } from '@fanloop/platform';
import { fastify } from 'fastify';
import pino, { type Logger } from 'pino';
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
const logged = async (log: (sink: Writable) => Logger): Promise<string> => {
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

  it('names the request in every line that was written for it', async () => {
    const text = await logged((sink) => createLog('info', sink));
    const ids = text
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { requestId: string }).requestId);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toBeTruthy();
  });
});
