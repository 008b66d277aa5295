import { purchaseTimeOf, type Visit, type VisitUse } from './visit';

const openedAt = new Date('2026-06-15T04:00:00.000Z');
const visit: Visit = { memberId: '1', storeId: '2', staffId: '3', openedAt };
const minutes = (n: number): Date => new Date(openedAt.getTime() + n * 60_000);
const answer = (change: Partial<VisitUse>, of: Visit | null = visit): string => {
  const outcome = purchaseTimeOf(of, { staffId: '3', storeId: '2', now: minutes(5), occurredAt: null, ...change });
  return outcome.ok ? outcome.value.at.toISOString() : outcome.refusal.code;
};

describe('the visit that a scan opens', () => {
  it('holds for fifteen minutes', () => {
    expect(answer({})).toBe('2026-06-15T04:05:00.000Z');
    expect(answer({ now: minutes(15) })).toBe('VisitExpired');
    expect(answer({}, null)).toBe('VisitExpired');
  });

  it('S2 is of no use to another clerk or in another store', () => {
    expect(answer({ staffId: '4' })).toBe('VisitInvalid');
    expect(answer({ storeId: '5' })).toBe('VisitInvalid');
  });

  it('takes a queued purchase within a day when it happened during the visit', () => {
    expect(answer({ now: minutes(23 * 60), occurredAt: minutes(3) })).toBe('2026-06-15T04:03:00.000Z');
    expect(answer({ now: minutes(24 * 60), occurredAt: minutes(3) })).toBe('VisitExpired');
    expect(answer({ now: minutes(60), occurredAt: minutes(15) })).toBe('OccurredOutsideVisit');
    expect(answer({ now: minutes(60), occurredAt: minutes(-1) })).toBe('OccurredOutsideVisit');
  });

  it('takes a record made right after the scan by a clock that is a second behind', () =>
    expect(answer({ occurredAt: new Date(openedAt.getTime() - 999) })).toBe('2026-06-15T04:00:00.000Z'));

  it('never records a purchase in the future', () =>
    expect(answer({ occurredAt: minutes(9) })).toBe('2026-06-15T04:05:00.000Z'));
});
