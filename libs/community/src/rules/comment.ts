import { accept, type Outcome, reject } from '@fanloop/kernel';
import { lengthOf } from './content';
import { refuse } from './refusals';

export type CommentState = 'visible' | 'in-review' | 'rejected' | 'deleted';

/** What WeChat's content check said; `unchecked` when it could not be asked. */
export type CheckResult = 'pass' | 'review' | 'risky' | 'unchecked';

export const LONGEST_COMMENT = 1000;

// Invisible control characters, and those that turn the direction of the text around them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const UNSEEN = /[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g;

/** The text as it is kept: trimmed, lines ended alike, no more than one empty line in a row. Refuses an empty or a long one. */
export const cleanComment = (text: string): Outcome<string> => {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .normalize('NFC');
  if (clean === '') return reject(refuse('CommentEmpty'));
  return lengthOf(clean) > LONGEST_COMMENT
    ? reject(refuse('CommentTooLong', { limit: LONGEST_COMMENT }))
    : accept(clean);
};

/** A text that nobody could check is not lost and not shown: a person decides. */
export const stateAfterCheck = (result: CheckResult): Outcome<'visible' | 'in-review'> => {
  if (result === 'risky') return reject(refuse('ContentRejected'));
  return accept(result === 'pass' ? 'visible' : 'in-review');
};
