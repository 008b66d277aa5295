import { recurrenceDays } from './recurrence-days';

describe('days of a recurrence', () => {
  it.each([
    ['FREQ=MONTHLY;BYMONTHDAY=8', '2026-06-05', '2026-06-08', ['2026-06-08']],
    ['FREQ=MONTHLY;BYMONTHDAY=8', '2026-06-09', '2026-06-12', []],
    ['FREQ=MONTHLY;BYMONTHDAY=31', '2026-04-28', '2026-05-31', ['2026-05-31']],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2028-02-27', '2028-03-01', ['2028-02-29']],
    ['FREQ=WEEKLY', '2026-06-12', '2026-06-15', ['2026-06-15']],
    ['FREQ=WEEKLY;BYDAY=SA,SU', '2026-06-12', '2026-06-15', ['2026-06-13', '2026-06-14']],
    ['FREQ=DAILY;BYHOUR=5,6', '2026-06-14', '2026-06-15', ['2026-06-14', '2026-06-15']],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2028-02-28', '2028-03-01', ['2028-02-29']],
    ['FREQ=DAILY;UNTIL=20260614', '2026-06-13', '2026-06-15', ['2026-06-13', '2026-06-14']],
  ])('%s from %s to %s', (rrule, from, to, days) => expect(recurrenceDays(rrule, from, to)).toEqual(days));

  it('counts intervals from its anchor', () => {
    expect(recurrenceDays('FREQ=WEEKLY;INTERVAL=2', '2026-06-10', '2026-06-30', '2026-06-10')).toEqual([
      '2026-06-10',
      '2026-06-24',
    ]);
    expect(recurrenceDays('FREQ=DAILY;COUNT=2', '2026-06-01', '2026-06-30', '2026-06-10')).toEqual([
      '2026-06-10',
      '2026-06-11',
    ]);
  });

  it('does not read nonsense', () => expect(() => recurrenceDays('FREQ=NEVER', '2026-06-10', '2026-06-30')).toThrow());
});
