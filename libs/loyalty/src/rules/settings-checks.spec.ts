import { DEFAULT_SETTINGS, type ExpiryPolicy, type LoyaltySettings } from './settings';
import { settingsProblems } from './settings-checks';
import { settingsSentences } from './settings-sentences';

const problems = (change: object): string[] => settingsProblems({ ...DEFAULT_SETTINGS, ...change } as LoyaltySettings);

describe('settings', () => {
  it('the first ones are right', () => expect(settingsProblems(DEFAULT_SETTINGS)).toEqual([]));

  it.each<[object]>([
    [{ expiry: { kind: 'rolling-months', months: 1 } }],
    [{ expiry: { kind: 'fixed-date', monthDay: '02-29', leastDays: 0 } }],
    [{ expiry: { kind: 'fixed-date', monthDay: '12-31', leastDays: 730 } }],
    [{ expiry: { kind: 'year-end', years: 0 } }],
    [{ expiry: { kind: 'never' } }],
    [{ expiry: { kind: 'inactivity', months: 120 }, pendingDays: 365 }],
    [{ pendingDays: 0, returnWindowDays: 0, fenPer100Points: 0, reminderDays: [], adjustmentLimits: {} }],
    [{ adjustmentLimits: { owner: 0, 'store-manager': 10_000_000 } }],
  ])('accepts %j', (change) => expect(problems(change)).toEqual([]));

  const date = (monthDay: unknown) => ({ expiry: { kind: 'fixed-date', monthDay, leastDays: 0 } });
  it.each<[object]>([
    [date('02-30')],
    [date('04-31')],
    [date('00-10')],
    [date('13-01')],
    [date('06-00')],
    [date('6-1')],
    [date("01-01'; DROP")],
    [date(null)],
    [{ expiry: { kind: 'rolling-months', months: 0 } }],
    [{ expiry: { kind: 'rolling-months', months: 121 } }],
    [{ expiry: { kind: 'rolling-months', months: 1.5 } }],
    [{ expiry: { kind: 'rolling-months', months: Number.NaN } }],
    [{ expiry: { kind: 'rolling-months', months: Number.POSITIVE_INFINITY } }],
    [{ expiry: { kind: 'rolling-months', months: '12' } }],
    [{ expiry: { kind: 'year-end', years: -1 } }],
    [{ expiry: { kind: 'sometimes' } }],
    [{ expiry: { kind: 'inactivity', months: 1 }, pendingDays: 28 }],
    [{ pendingDays: -1 }],
    [{ pendingDays: 1e300 }],
    [{ clawbackPolicy: 'silence' }],
    [{ clawbackPolicy: 'deduct', fenPer100Points: 0 }],
    [{ returnWindowDays: 367 }],
    [{ fenPer100Points: 0.5 }],
    [{ transfers: { ...DEFAULT_SETTINGS.transfers, leastPoints: 0 } }],
    [{ transfers: { ...DEFAULT_SETTINGS.transfers, leastPoints: 2000 } }],
    [{ transfers: { ...DEFAULT_SETTINGS.transfers, dailyTimes: 101 } }],
    [{ transfers: { ...DEFAULT_SETTINGS.transfers, enabled: 'yes' } }],
    [{ adjustmentLimits: { owner: -1 } }],
    [{ adjustmentLimits: { 'Owner 🫖': 10 } }],
    [{ reminderDays: [0] }],
    [{ reminderDays: [7, 7] }],
    [{ reminderDays: [1, 2, 3, 4, 5, 6] }],
  ])('refuses %j with a reason', (change) => {
    expect(problems(change)).not.toEqual([]);
    for (const problem of problems(change)) expect(problem).toMatch(/[一-鿿]/);
  });
});

describe('what settings mean in a sentence', () => {
  const said = (expiry: ExpiryPolicy, pendingDays = 0): string =>
    settingsSentences({ ...DEFAULT_SETTINGS, expiry, pendingDays }, '2026-06-15').expiry;

  it.each<[ExpiryPolicy, number, string]>([
    [{ kind: 'rolling-months', months: 12 }, 0, '今天得到的积分可用到 2027 年 6 月 15 日当天结束（可用 366 天）。'],
    [
      { kind: 'rolling-months', months: 1 },
      7,
      '今天消费的积分 2026 年 6 月 22 日到账，可用到 2026 年 7 月 22 日当天结束（可用 31 天）。',
    ],
    [{ kind: 'year-end', years: 0 }, 0, '今天得到的积分可用到 2026 年 12 月 31 日当天结束（可用 200 天）。'],
    [
      { kind: 'fixed-date', monthDay: '06-30', leastDays: 90 },
      0,
      '今天得到的积分可用到 2027 年 6 月 30 日当天结束（可用 381 天）。',
    ],
    [{ kind: 'never' }, 0, '今天得到的积分永不到期。'],
    [{ kind: 'inactivity', months: 12 }, 0, '今天得到的积分在会员连续 12 个月没有消费或使用积分时到期。'],
  ])('%j', (policy, pendingDays, sentence) => {
    expect(said(policy, pendingDays)).toBe(`${sentence}改动只影响以后得到的积分，已有积分的到期日不变。`);
  });
});
