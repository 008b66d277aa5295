import { startOptions } from './arguments';

describe('the words behind npm start --', () => {
  const usual = { fresh: false, data: undefined, members: undefined, frontEnds: true, untilGone: undefined };

  it.each([
    [[], usual],
    [['--fresh'], { ...usual, fresh: true }],
    [['--data', '/srv/fanloop', '--members', '60'], { ...usual, data: '/srv/fanloop', members: 60 }],
    [['--data=x', '--members=0', '--no-front-ends'], { ...usual, data: 'x', members: 0, frontEnds: false }],
  ])('%j', (words, expected) => {
    expect(startOptions(words)).toEqual(expected);
  });

  it('refuses what it does not know, and says what there is', () => {
    expect(() => startOptions(['--frehs'])).toThrow('--frehs is unknown.');
    expect(() => startOptions(['--members', 'many'])).toThrow('--members many is not a number.');
    expect(() => startOptions(['--data'])).toThrow('--data needs a value.');
  });
});
