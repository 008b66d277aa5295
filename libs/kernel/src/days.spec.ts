import { isDay } from './days';

describe('isDay', () => {
  it.each(['2026-01-01', '2026-12-31', '2024-02-29', '2000-02-29'])('%s is a day', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-00-00',
    '9999-99-99',
  ])('%s is none', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it.each(['', '2026-1-1', '2026-01-01T00:00', ' 2026-01-01', '2026/01/01', '二〇二六'])(
    '%j is not written as one',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );
});
