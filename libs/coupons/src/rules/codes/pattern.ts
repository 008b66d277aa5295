import { isWholeWithin } from '@fanloop/kernel';
import { CHARSETS, type CharsetName } from './charset';
import { refuseCode } from './code-refusals';
import { checkSign } from './luhn-mod-n';

/** How generated codes look: each `#` is a sign of the charset, everything else stands as it is. */
export interface CodePattern {
  /** `FL-#####-#####`: capitals, digits and dashes beside the `#`. */
  readonly pattern: string;
  readonly charset: CharsetName;
  /** The last `#` is not drawn, but the check sign over those before it. */
  readonly checked: boolean;
}

/**
 * Wrong tries that a guesser has: as many as a member has in 20 days (UseCode). After all of them the chance to have found a code is below
 * one in a million, so there must be this many possible codes for each code that exists.
 */
export const ALLOWED_GUESSES = 100;
export const SPACE_PER_CODE = ALLOWED_GUESSES * 1_000_000;

const MOST_SIGNS = 40;

/** Refuses a pattern that cannot be printed or typed (CodePatternInvalid). */
export const assertPattern = ({ pattern, charset, checked }: CodePattern): void => {
  const problem = [
    [/^[A-Z0-9#-]+$/.test(pattern), '只能用大写字母、数字、短横线和 #'],
    [pattern.length <= MOST_SIGNS, `最长 ${MOST_SIGNS} 位`],
    [!/^-|-$|--/.test(pattern), '短横线只能在中间，且不能连续'],
    [charset in CHARSETS, '没有这种字符集'],
    [drawnSigns({ pattern, charset, checked }) >= 1, '至少要有一个随机位'],
    [compactOf(pattern).length >= 4, '至少 4 位'],
  ].find(([holds]) => !holds);
  if (problem) throw refuseCode('CodePatternInvalid', { problem: String(problem[1]) });
};

/** The signs that are drawn by chance. */
export const drawnSigns = ({ pattern, checked }: CodePattern): number =>
  pattern.split('#').length - 1 - (checked ? 1 : 0);

/** How many different codes the pattern allows. */
export const spaceOf = (form: CodePattern): bigint =>
  BigInt(CHARSETS[form.charset].length) ** BigInt(Math.max(0, drawnSigns(form)));

/** The fewest drawn signs with which `count` codes cannot be guessed. */
export const leastDrawn = (charset: CharsetName, count: number): number => {
  let signs = 1;
  while (BigInt(CHARSETS[charset].length) ** BigInt(signs) < BigInt(count) * BigInt(SPACE_PER_CODE)) signs += 1;
  return signs;
};

/**
 * Refuses codes that could be guessed (CodePatternWeak).
 * @param count those that shall be made, with those of the same look that are there already
 */
export const assertUnguessable = (form: CodePattern, count: number): void => {
  const least = leastDrawn(form.charset, count);
  if (drawnSigns(form) < least) throw refuseCode('CodePatternWeak', { count, least: least + (form.checked ? 1 : 0) });
};

/** A code of the pattern with these drawn signs, of which there must be `drawnSigns`. */
export const codeOf = ({ pattern, charset, checked }: CodePattern, drawn: string): string => {
  const signs = checked ? drawn + checkSign(drawn, CHARSETS[charset]) : drawn;
  let next = 0;
  return pattern.replace(/#/g, () => signs[next++]!);
};

/** The pattern as a code is compared: without its dashes. */
export const compactOf = (pattern: string): string => pattern.replace(/-/g, '');

export const MOST_CODES = 1_000_000;

export const assertCount = (count: number): void => {
  if (!isWholeWithin(count, 1, MOST_CODES))
    throw refuseCode('CodeBatchInvalid', { problem: `一批 1 到 ${MOST_CODES} 个` });
};
