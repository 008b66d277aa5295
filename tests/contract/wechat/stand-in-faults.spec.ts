import { type ListeningStandIn, listenStandIn } from './pair';

const TOKEN = '/cgi-bin/token?grant_type=client_credential&appid=a&secret=b';
const PATH = '/cgi-bin/token';

describe('the stand-in misbehaves when it is told to', () => {
  let standIn: ListeningStandIn;
  beforeAll(async () => {
    standIn = await listenStandIn();
  });
  afterAll(() => standIn.app.close());
  beforeEach(() => standIn.world.reset());

  const ask = async () => fetch(`${standIn.url}${TOKEN}`);
  const errcode = async () => ((await (await ask()).json()) as { errcode: number }).errcode;
  const WITHOUT_FAULT = 40013;

  it('fails as often as it was told, then works again', async () => {
    await standIn.own('faults', { path: PATH, mode: 'fail', errcode: 45009, times: 2 });
    expect([await errcode(), await errcode(), await errcode()]).toEqual([45009, 45009, WITHOUT_FAULT]);
    expect(standIn.world.calls.list(PATH).map((call) => [call.errcode, call.fault])).toEqual([
      [45009, 'fail'],
      [45009, 'fail'],
      [WITHOUT_FAULT, null],
    ]);
  });

  it('is a system error unless another code is named, on every path when the path is *', async () => {
    await standIn.own('faults', { path: '*', mode: 'fail' });
    expect(await errcode()).toBe(-1);
  });

  it('plays faults one after the other, and forgets them when told', async () => {
    await standIn.own('faults', { path: PATH, mode: 'fail', errcode: 40164 });
    await standIn.own('faults', { path: PATH, mode: 'fail', errcode: 48001, times: 99 });
    expect([await errcode(), await errcode()]).toEqual([40164, 48001]);
    expect((await fetch(`${standIn.url}/stand-in/faults`, { method: 'DELETE' })).status).toBe(204);
    expect(await errcode()).toBe(WITHOUT_FAULT);
  });

  it.each([false, true])('waits (late: %s), then answers as usual', async (late) => {
    await standIn.own('faults', { path: PATH, mode: 'delay', delayMs: 150, late });
    const began = performance.now();
    expect(await errcode()).toBe(WITHOUT_FAULT);
    expect(performance.now() - began).toBeGreaterThanOrEqual(140);
  });

  it('breaks the connection before the answer', async () => {
    await standIn.own('faults', { path: PATH, mode: 'drop' });
    await expect(ask()).rejects.toThrow();
    expect(await errcode()).toBe(WITHOUT_FAULT);
  });

  it('answers as a gateway on the way does', async () => {
    await standIn.own('faults', { path: PATH, mode: 'fail', httpStatus: 502 });
    const answer = await ask();
    expect(answer.status).toBe(502);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });

  it('lets nobody step around a fault', async () => {
    await standIn.own('faults', { path: PATH, mode: 'fail', errcode: 40164 });
    const answer = await fetch(`${standIn.url}${TOKEN}`, { headers: { 'x-inner': 'guessed' } });
    expect(await answer.json()).toMatchObject({ errcode: 40164 });
  });

  it('refuses orders that it does not understand', async () => {
    for (const [path, body] of [
      ['faults', { path: PATH }],
      ['faults', { mode: 'fail' }],
      ['faults', { path: PATH, mode: 'explode' }],
      ['clock', { offsetMs: 'soon' }],
    ] as const) {
      const answer = await fetch(`${standIn.url}/stand-in/${path}`, { method: 'POST', body: JSON.stringify(body) });
      expect(answer.status).toBe(400);
    }
  });
});
