import { cleanComment, LONGEST_COMMENT, stateAfterCheck } from './comment';

const clean = (text: string): string => {
  const outcome = cleanComment(text);
  return outcome.ok ? outcome.value : outcome.refusal.code;
};

describe('a comment’s text', () => {
  it.each([
    ['  好喝！下次带朋友来 🍵  ', '好喝！下次带朋友来 🍵'],
    ['👨‍👩‍👧‍👦🏳️‍🌈', '👨‍👩‍👧‍👦🏳️‍🌈'],
    ['一\r\n二\r三', '一\n二\n三'],
    ['一\n\n\n\n\n二', '一\n\n二'],
    ['e\u0301', 'é'],
    ['看\u202e着\u0000\u0007', '看着'],
    ['   \n ', 'CommentEmpty'],
    ['\u0000', 'CommentEmpty'],
  ])('%j is kept as %j', (given, kept) => {
    expect(clean(given)).toBe(kept);
  });

  it('has at most 1,000 characters, an emoji being one', () => {
    expect(clean('🍵'.repeat(LONGEST_COMMENT))).toHaveLength(2 * LONGEST_COMMENT);
    expect(clean('🍵'.repeat(LONGEST_COMMENT + 1))).toBe('CommentTooLong');
  });
});

it.each([
  ['pass', 'visible'],
  ['review', 'in-review'],
  ['unchecked', 'in-review'],
  ['risky', 'ContentRejected'],
] as const)('after the check “%s” it is %s', (result, expected) => {
  const outcome = stateAfterCheck(result);
  expect(outcome.ok ? outcome.value : outcome.refusal.code).toBe(expected);
});
