import { grouped, keep, shownAt } from './turning-code';

const SERVER = Date.UTC(2026, 10, 23, 6, 0, 10);
const iso = (ms: number): string => new Date(ms).toISOString();
const answer = {
  code: '100000000000000001',
  validUntil: iso(SERVER + 20_000),
  stepSeconds: 30,
  serverTime: iso(SERVER),
  upcoming: [
    { code: '200000000000000002', validUntil: iso(SERVER + 50_000) },
    { code: '300000000000000003', validUntil: iso(SERVER + 80_000) },
  ],
};

describe('the turning member code', () => {
  it('counts down by the server clock on a phone whose own clock is ten minutes slow', () => {
    const phone = SERVER - 600_000;
    const kept = keep(answer, phone - 100, phone + 100);
    expect(shownAt(kept, phone)).toEqual({ code: answer.code, secondsLeft: 20, stepSeconds: 30, ahead: false });
    expect(shownAt(kept, phone + 19_500)?.secondsLeft).toBe(1);
  });

  it('turns to the steps sent ahead when no answer comes, and shows nothing once they have run out', () => {
    const kept = keep(answer, SERVER, SERVER);
    expect(shownAt(kept, SERVER + 20_000)).toMatchObject({ code: '200000000000000002', secondsLeft: 30, ahead: true });
    expect(shownAt(kept, SERVER + 79_999)).toMatchObject({ code: '300000000000000003', secondsLeft: 1 });
    expect(shownAt(kept, SERVER + 80_000)).toBeNull();
  });

  it('groups the digits for reading aloud', () => {
    expect(grouped('123456789012345678')).toBe('123456 789012 345678');
  });
});
