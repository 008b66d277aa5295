import { isPrepayFresh, nextPaymentCheck, nextRefundCheck } from './check-times';

const now = new Date('2026-06-15T04:00:00Z');
const secondsTo = (at: Date): number => (at.getTime() - now.getTime()) / 1000;

describe('when WeChat is asked', () => {
  it('about a payment: ever more rarely, at its end, and then until it is closed', () => {
    const expiresAt = new Date('2026-06-15T05:00:00Z');
    const waits = [0, 1, 2, 3, 4, 5, 6, 1000].map((checks) => secondsTo(nextPaymentCheck({ expiresAt, checks }, now)));
    expect(waits).toEqual([10, 20, 40, 80, 160, 300, 300, 300]);
    const soon = new Date('2026-06-15T04:00:07Z');
    expect(secondsTo(nextPaymentCheck({ expiresAt: soon, checks: 3 }, now))).toBe(7);
    expect(secondsTo(nextPaymentCheck({ expiresAt: now, checks: 3 }, now))).toBe(15);
  });

  it('about a refund: after half a minute, an hour at most', () => {
    expect([0, 1, 6, 7, 1000].map((checks) => secondsTo(nextRefundCheck(checks, now)))).toEqual([
      30, 60, 1920, 3600, 3600,
    ]);
  });

  it('a prepay id is used again for less than its two hours', () => {
    const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
    expect([null, ago(0), ago(109), ago(110)].map((at) => isPrepayFresh(at, now))).toEqual([false, true, true, false]);
  });
});
