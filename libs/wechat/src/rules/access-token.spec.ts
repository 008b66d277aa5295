import { isUsable } from './access-token';

const now = new Date('2026-06-15T04:00:00.000Z');
const expiringIn = (ms: number) => ({ token: 't', generation: 1, expiresAt: new Date(now.getTime() + ms) });

describe('an access token', () => {
  it.each([
    [7_200_000, true],
    [240_001, true],
    [240_000, false],
    [0, false],
    [-1, false],
  ])('with %i ms left is usable: %s', (ms, usable) => expect(isUsable(expiringIn(ms), now)).toBe(usable));

  it('that is not there is not usable', () => expect(isUsable(null, now)).toBe(false));
});
