import { readVerdict } from './text-check';

describe('the verdict on a text', () => {
  it.each([
    [
      { suggest: 'pass', label: 100 },
      { suggest: 'pass', label: 100 },
    ],
    [
      { suggest: 'risky', label: '20006' },
      { suggest: 'risky', label: 20006 },
    ],
    [
      { suggest: 'review', label: 10001 },
      { suggest: 'review', label: 10001 },
    ],
    [
      { suggest: 'something new', label: 100 },
      { suggest: 'review', label: 100 },
    ],
    [{ suggest: 'risky' }, { suggest: 'risky', label: 21000 }],
  ])('%j reads as %j', (result, verdict) => expect(readVerdict({ errcode: 0, result })).toEqual(verdict));

  it.each([{}, { result: null }, { result: {} }])('%j holds none', (answer) => expect(readVerdict(answer)).toBeNull());
});
