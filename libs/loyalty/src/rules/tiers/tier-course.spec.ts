import type { TierSettings } from '../settings';
import { advance } from './advance';
import { causeLine } from './causes';
import { grantTier, withdrawGrant } from './grants';
import { rise } from './revise';
import { aTier, Course, LADDER } from './spec-builders';
import { nextEnd, startingIn } from './tier-state';
import { tierFor } from './tiers';

const ROLLING: TierSettings = { basis: 'tier-points', window: { kind: 'rolling', months: 12 }, graceDays: 30 };
const CALENDAR: TierSettings = { ...ROLLING, window: { kind: 'calendar-year' } };
const aCourse = (settings = ROLLING): Course => new Course('2026-01-10', settings);

describe('tiers', () => {
  it.each([
    [0, 'silver'],
    [1999, 'silver'],
    [2000, 'gold'],
    [7999, 'gold'],
    [8000, 'rock'],
    [-20, 'silver'],
  ])('%i earned in the window enters %s', (sum, code) => expect(tierFor(LADDER, sum)?.code).toBe(code));

  it('rise at once, by any number of steps, and hold for the window after the rise', () => {
    const course = aCourse().buy('2026-06-15', 1999);
    expect(course.state.code).toBe('silver');
    expect(nextEnd(course.state)).toBeNull();
    course.buy('2026-06-15', 1);
    expect(course.state.earned).toEqual({
      code: 'gold',
      from: '2026-06-16',
      until: '2027-06-15',
      graceUntil: null,
    });
    expect(aCourse().buy('2026-06-15', 9000).told).toEqual(['2026-06-15 rise silver>rock']);
  });

  it('at the window’s end `keepAt` keeps for another window', () => {
    const course = aCourse().buy('2026-06-15', 2000).buy('2026-12-01', 1500).to('2027-06-15');
    expect(course.state.earned?.until).toBe('2027-06-15');
    course.to('2027-06-16');
    expect(course.state.earned).toMatchObject({ code: 'gold', from: '2027-06-16', until: '2028-06-15' });
    expect(course.told).toEqual(['2026-06-15 rise silver>gold', '2027-06-16 kept gold>gold']);
  });

  it('what lifted a member does not keep the tier a second time', () => {
    const course = aCourse().buy('2026-06-15', 5000).to('2027-06-16');
    expect(course.told.at(-1)).toBe('2027-06-16 down gold>silver');
  });

  it('between `leaveAt` and `keepAt` a grace warns first, and is long enough to make it up', () => {
    const warned = () => aCourse().buy('2026-06-15', 2000).buy('2027-01-01', 900).to('2027-06-16');
    expect(warned().moves.at(-1)).toMatchObject({
      kind: 'grace',
      from: 'gold',
      to: 'gold',
      qualifying: 900,
      needed: 1500,
      until: '2027-07-15',
    });
    expect(warned().to('2027-07-15').state.code).toBe('gold');
    expect(warned().to('2027-07-16').told.at(-1)).toBe('2027-07-16 down gold>silver');
    const madeUp = warned().buy('2027-07-15', 600).to('2027-07-16');
    expect(madeUp.told.at(-1)).toBe('2027-07-16 kept gold>gold');
    expect(madeUp.state.earned).toMatchObject({ from: '2027-07-16', until: '2028-07-15', graceUntil: null });
  });

  it('without days of grace a missed `keepAt` is a step down', () => {
    const course = aCourse({ ...ROLLING, graceDays: 0 })
      .buy('2026-06-15', 2000)
      .buy('2027-01-01', 1499);
    expect(course.to('2027-06-16').told.at(-1)).toBe('2027-06-16 down gold>silver');
  });

  it('goes down one step at a time, and each lower tier has a window of its own', () => {
    const course = aCourse().buy('2026-06-15', 8000).to('2029-01-01');
    expect(course.told).toEqual([
      '2026-06-15 rise silver>rock',
      '2027-06-16 down rock>gold',
      '2028-06-16 down gold>silver',
    ]);
    expect(course.state.earned).toEqual({ code: 'silver', from: '2028-06-16', until: null, graceUntil: null });
  });

  it('by calendar years: who enters in a year holds through the next', () => {
    const course = aCourse(CALENDAR).buy('2026-12-31', 2000).to('2030-01-01');
    expect(course.told).toEqual([
      '2026-12-31 rise silver>gold',
      '2027-01-01 kept gold>gold',
      '2028-01-01 down gold>silver',
    ]);
  });

  it('by membership years: what counts begins anew on the date of enrolment', () => {
    const course = aCourse({ ...ROLLING, window: { kind: 'membership-year' } });
    course.buy('2027-01-09', 1999).buy('2027-01-10', 1);
    expect(course.state.code).toBe('silver');
    course.buy('2028-01-09', 1999);
    expect(course.state.earned).toMatchObject({ code: 'gold', from: '2027-01-10', until: '2028-01-09' });
  });
});

describe('tiers after refunds', () => {
  it('fall back to the tier before the rise, with the window that it had', () => {
    const before = aCourse().buy('2026-02-01', 2500).to('2026-06-15').state;
    const course = aCourse().buy('2026-02-01', 2500).buy('2026-06-15', 6000);
    expect(course.state.code).toBe('rock');
    course.refund('2026-06-15', 6000, '2026-06-15');
    expect(course.state).toEqual(before);
    expect(course.told.at(-1)).toBe('2026-06-15 refund rock>gold');
  });

  it('stay while the threshold holds on the day of the rise or today', () => {
    const course = aCourse().buy('2026-06-15', 2100).refund('2026-06-15', 100, '2026-06-20');
    expect(course.state.code).toBe('gold');
    course.buy('2026-07-01', 500).refund('2026-06-15', 500, '2026-07-02');
    expect(course.state.code).toBe('gold');
    course.refund('2026-06-15', 1, '2026-07-02');
    expect(course.state.code).toBe('silver');
  });

  it('fall to a tier between when the rise was by several steps', () => {
    const course = aCourse().buy('2026-06-15', 9000).refund('2026-06-15', 2000, '2026-06-20');
    expect(course.state).toMatchObject({ code: 'gold', earned: { until: '2027-06-15' } });
    course.refund('2026-06-15', 6000, '2026-06-21');
    expect(course.state).toMatchObject({ code: 'silver', earned: { until: null }, judgements: [] });
  });

  it('never fall lower than the tier before the rises of this window', () => {
    const course = aCourse().buy('2026-02-01', 2500).buy('2026-08-01', 1500).to('2027-02-02');
    course.buy('2027-03-01', 7000).refund('2027-03-01', 7000, '2027-03-02');
    expect(course.state).toMatchObject({ code: 'gold', earned: { until: '2028-02-01' } });
  });

  it('a refund of what kept a tier undoes the keeping: buying on the last day and giving back is no way', () => {
    const course = aCourse().buy('2026-06-15', 2000).buy('2027-06-15', 1500).to('2027-06-16');
    expect(course.state.earned?.until).toBe('2028-06-15');
    course.refund('2027-06-15', 1500, '2027-06-20');
    expect(course.state.code).toBe('silver');
    const part = aCourse().buy('2026-06-15', 2000).buy('2027-06-15', 1500).to('2027-06-16');
    part.refund('2027-06-15', 600, '2027-06-20');
    expect(part.state).toMatchObject({ code: 'gold', earned: { graceUntil: '2027-07-15' } });
  });

  it('a purchase that is told after the window’s end undoes the step that it would have prevented', () => {
    const course = aCourse().buy('2026-06-15', 2000).to('2027-06-16');
    expect(course.state.code).toBe('silver');
    course.buy('2027-06-15', 1500, '2027-06-17');
    expect(course.state).toMatchObject({ code: 'gold', earned: { until: '2028-06-15' } });
    expect(course.told.slice(-2)).toEqual(['2027-06-17 late silver>gold', '2027-06-17 kept gold>gold']);
  });

  it('thresholds that were raised since take nothing away at a small refund', () => {
    const course = aCourse().buy('2026-06-15', 2100);
    course.context = { ...course.context, tiers: [LADDER[0]!, aTier('gold', 3000, 2500, 100), LADDER[2]!] };
    course.refund('2026-06-15', 50, '2026-06-16');
    expect(course.state.code).toBe('gold');
    course.context = { ...course.context, settings: { ...ROLLING, basis: 'visits' } };
    course.refund('2026-06-15', 2000, '2026-06-17');
    expect(course.state.code).toBe('gold');
  });
});

describe('tiers granted by hand', () => {
  it('hold to the end of their last day above what is earned, and end by themselves', () => {
    const course = aCourse().to('2026-06-01');
    course.take(grantTier(course.state, 'rock', '2026-09-30', course.context));
    course.buy('2026-07-01', 2000).to('2026-09-30');
    expect(course.state).toMatchObject({ code: 'rock', earned: { code: 'gold' } });
    course.to('2026-10-01');
    expect(course.told).toEqual([
      '2026-06-01 grant silver>rock',
      '2026-07-01 rise rock>rock',
      '2026-10-01 grant-end rock>gold',
    ]);
  });

  it('never lower a member, and can be withdrawn', () => {
    const course = aCourse().buy('2026-06-01', 8000);
    course.take(grantTier(course.state, 'gold', '2028-12-31', course.context));
    expect(course.state.code).toBe('rock');
    course.to('2028-07-01');
    expect(course.state).toMatchObject({ code: 'gold', earned: { code: 'silver' } });
    course.take(withdrawGrant(course.state, course.context));
    expect(course.state.code).toBe('silver');
    expect(withdrawGrant(course.state, course.context).moves).toEqual([]);
  });
});

describe('tiers that are redrawn', () => {
  it('a tier that is no more is judged anew; a new first tier gives the old one a window', () => {
    const course = aCourse().buy('2026-06-15', 2000);
    course.context = { ...course.context, tiers: [LADDER[0]!, aTier('jade', 1000, 800, 100), LADDER[2]!] };
    course.to('2026-06-20');
    expect(course.state).toMatchObject({ code: 'jade', earned: { from: '2026-06-16', until: '2027-06-15' } });
    course.context = { ...course.context, tiers: [aTier('leaf', 0, 0, 0), aTier('silver', 100, 100, 0)] };
    course.state = startingIn('silver', '2026-06-20');
    course.to('2026-06-21');
    expect(course.state.earned).toMatchObject({ code: 'silver', until: '2027-06-20' });
  });

  it('a tier that is no more hands its members to its successor, with the window they have', () => {
    const course = aCourse().buy('2026-06-15', 2000);
    course.take(grantTier(course.state, 'gold', '2026-12-31', course.context));
    const successors = new Map([
      ['gold', 'amber'],
      ['amber', 'jade'],
    ]);
    course.context = { ...course.context, successors, tiers: [LADDER[0]!, aTier('jade', 5000, 800, 100), LADDER[2]!] };
    course.to('2026-07-20');
    expect(course.state).toMatchObject({
      code: 'jade',
      earned: { code: 'jade', from: '2026-06-16', until: '2027-06-15' },
      grant: { code: 'jade', until: '2026-12-31' },
    });
  });

  it('a brand without tiers has none, and may get some', () => {
    const course = new Course('2026-01-10', ROLLING, []);
    course.buy('2026-02-01', 2000);
    expect(course.state).toMatchObject({ code: null, earned: null });
    course.context = { ...course.context, tiers: LADDER };
    expect(rise(advance(course.state, '2026-02-01', course.context).state, course.context).state.code).toBe('gold');
  });
});

describe('cause lines', () => {
  const lines = (course: Course, basis: TierSettings['basis'] = 'tier-points') =>
    course.moves.map((move) => causeLine(move, LADDER, basis, { what: '消费 ¥38.00' }));

  it('say in plain Chinese why a tier moved', () => {
    const course = aCourse().buy('2026-06-15', 2000).buy('2027-01-01', 900).to('2027-07-16');
    expect(lines(course)).toEqual([
      '消费 ¥38.00 后达到 2,000 成长值，升为金叶',
      '保级期满，本期 900 成长值，未达 1,500 成长值；宽限至 2027-07-15，期间补足即可保级',
      '保级期满，本期 900 成长值，未达 1,500 成长值，金叶降一级',
    ]);
  });

  it('speak of money and visits where these count', () => {
    const course = aCourse().buy('2026-06-15', 2000).refund('2026-06-15', 1, '2026-06-16');
    expect(lines(course, 'net-spend').at(-1)).toBe('退款后为 净消费 ¥19.99，未达 净消费 ¥20，回到银叶');
    expect(lines(course, 'visits').at(-1)).toBe('退款后为 1,999 次消费，未达 2,000 次消费，回到银叶');
  });

  it('name the grant and its reason', () => {
    const course = aCourse();
    course.take(grantTier(course.state, 'gold', '2027-03-31', course.context));
    expect(causeLine(course.moves[0]!, LADDER, 'tier-points', { reason: '老顾客关怀' })).toBe(
      '手动授予金叶至 2027-03-31：老顾客关怀',
    );
  });
});
