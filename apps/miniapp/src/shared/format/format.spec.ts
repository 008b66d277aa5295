import { distance, money, moneyShort, parseYuan, signedPoints } from './amount';
import { base64 } from './base64';
import { agoText, dateText, daysUntil, dayText, greeting, lastDayText, momentText, spanText } from './time';

// The brand's day is UTC+8, whatever the zone of the phone or of this machine.
const NOW = Date.UTC(2026, 10, 22, 7, 0); // Sunday 22 November 2026, 15:00

describe('times', () => {
  it.each([
    ['2026-11-22T06:30:00Z', '今天 14:30'],
    ['2026-11-21T16:00:00Z', '今天 00:00'],
    ['2026-11-21T15:59:59Z', '昨天 23:59'],
    ['2026-11-22T16:00:00Z', '明天 00:00'],
    ['2026-11-29T02:00:00Z', '11月29日 周日 10:00'],
    ['2025-03-08T02:00:00Z', '2025年3月8日 10:00'],
  ])('%s reads %s', (iso, words) => {
    expect(momentText(iso, NOW)).toBe(words);
  });

  it('writes a span on one day once', () => {
    expect(spanText('2026-11-23T06:00:00Z', '2026-11-23T08:00:00Z', NOW)).toBe('明天 14:00–16:00');
    expect(lastDayText('2026-11-24T16:00:00Z', NOW)).toBe(dayText('2026-11-24T15:59:00Z', NOW));
    expect(spanText('2026-11-23T06:00:00Z', '2026-11-25T08:00:00Z', NOW)).toBe('明天 14:00 至 11月25日 周三 16:00');
  });

  it('counts days at the midnights of the brand', () => {
    expect(daysUntil('2026-11-22T15:59:59Z', NOW)).toBe(0);
    expect(daysUntil('2026-11-22T16:00:00Z', NOW)).toBe(1);
  });

  it('speaks of the recent past in minutes and hours', () => {
    const before = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();
    expect([0, 5, 180].map((minutes) => agoText(before(minutes), NOW))).toEqual(['刚刚', '5 分钟前', '3 小时前']);
    expect(agoText(before(60 * 20), NOW)).toBe('昨天 19:00');
  });

  it('reads a date alone and a whole date', () => {
    expect(dayText('2026-11-22T06:30:00Z', NOW)).toBe('今天');
    expect(dateText('2026-08-01')).toBe('2026年8月1日');
  });

  it('greets by the hour of the shop', () => {
    const at = (hour: number) => greeting(Date.UTC(2026, 10, 22, hour - 8));
    expect([9, 12, 15, 20].map(at)).toEqual(['早上好', '中午好', '下午好', '晚上好']);
  });
});

describe('amounts', () => {
  it('writes money, points and distances', () => {
    expect([money(1250), money(128000), moneyShort(1200), moneyShort(1250)]).toEqual([
      '¥12.50',
      '¥1,280.00',
      '¥12',
      '¥12.50',
    ]);
    expect([signedPoints(1280), signedPoints(-38)]).toEqual(['+1,280', '−38']);
    expect([distance(848), distance(3240)]).toEqual(['850 m', '3.2 km']);
  });

  it.each([
    ['38', 3800],
    ['38.5', 3850],
    ['38.05', 3805],
    ['0.1', 10],
    ['', null],
    ['38.505', null],
    ['-3', null],
    ['1e3', null],
  ])('takes "%s" for %s fen', (typed, fen) => {
    expect(parseYuan(typed)).toBe(fen);
  });

  it('encodes as every other base64 does', () => {
    for (const text of ['', 'a', 'ab', 'abc', '<svg viewBox="0 0 24 24"/>'])
      expect(base64(text)).toBe(Buffer.from(text).toString('base64'));
  });
});
