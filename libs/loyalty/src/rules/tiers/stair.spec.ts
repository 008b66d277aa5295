import { grantTier, withdrawGrant } from './grants';
import { Course, LADDER } from './spec-builders';
import { currentCode, stairOf } from './stair';

const known = { tiers: LADDER, successors: new Map([['amber', 'gold']]) };

describe('several granted tiers', () => {
  it.each([
    ['none', [], null],
    ['one', [['gold', '2026-09-30']], { code: 'gold', until: '2026-09-30' }],
    [
      'the same tier twice: the later end',
      [
        ['gold', '2026-09-30'],
        ['gold', '2026-12-31'],
      ],
      { code: 'gold', until: '2026-12-31' },
    ],
    [
      'a lower one that ends sooner says nothing',
      [
        ['gold', '2026-08-31'],
        ['rock', '2026-09-30'],
      ],
      { code: 'rock', until: '2026-09-30' },
    ],
    [
      'a lower one that lasts longer takes over',
      [
        ['silver', '2027-12-31'],
        ['gold', '2026-12-31'],
        ['rock', '2026-09-30'],
        ['gold', '2026-10-31'],
      ],
      {
        code: 'rock',
        until: '2026-09-30',
        after: [
          { code: 'gold', until: '2026-12-31' },
          { code: 'silver', until: '2027-12-31' },
        ],
      },
    ],
    ['a tier that is no more is its successor', [['amber', '2026-09-30']], { code: 'gold', until: '2026-09-30' }],
    ['one without a successor is nothing', [['lost', '2026-09-30']], null],
  ])('%s', (_, grants, held) => {
    expect(
      stairOf(
        grants.map(([code, until]) => ({ code: code!, until: until! })),
        known,
      ),
    ).toEqual(held);
  });

  it('a circle of successors ends', () => {
    const successors = new Map([
      ['a', 'b'],
      ['b', 'a'],
    ]);
    expect(currentCode('a', { tiers: LADDER, successors })).toBeNull();
  });

  it('the course of a card beside a grant by hand: each takes over as the one above it ends', () => {
    const course = new Course('2026-06-01');
    course.take(grantTier(course.state, 'gold', '2026-12-31', course.context));
    const card = { code: 'gold', until: '2026-12-31' };
    course.take(grantTier(course.state, 'rock', '2026-09-30', course.context, [card]));
    course.to('2026-10-01');
    expect(course.state).toMatchObject({ code: 'gold', grant: card });
    course.to('2027-01-01');
    expect(course.told).toEqual([
      '2026-06-01 grant silver>gold',
      '2026-06-01 grant gold>rock',
      '2026-10-01 grant-end rock>gold',
      '2027-01-01 grant-end gold>silver',
    ]);
    expect(course.state.grant).toBeNull();
  });

  it('a sweep that comes years late ends them one by one, each on its own day', () => {
    const course = new Course('2026-06-01');
    course.take(grantTier(course.state, 'rock', '2026-09-30', course.context, [{ code: 'gold', until: '2026-12-31' }]));
    course.to('2029-01-01');
    expect(course.told.slice(1)).toEqual(['2026-10-01 grant-end rock>gold', '2027-01-01 grant-end gold>silver']);
  });

  it('the end of one leaves the others', () => {
    const course = new Course('2026-06-01');
    const byHand = { code: 'gold', until: '2026-12-31' };
    course.take(grantTier(course.state, 'rock', '2026-09-30', course.context, [byHand]));
    course.take(withdrawGrant(course.state, course.context, [byHand], 'rock'));
    expect(course.state).toMatchObject({ code: 'gold', grant: byHand });
    expect(course.told.at(-1)).toBe('2026-06-01 grant-end rock>gold');
  });
});
