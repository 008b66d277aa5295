import { CHARSETS } from './charset';
import { checks } from './luhn-mod-n';
import { type CodePattern, compactOf } from './pattern';

export const LEAST_LENGTH = 4;
export const MOST_LENGTH = 40;

/** A code as it is compared: full-width signs made plain, without spaces and dashes. */
export interface TypedCode {
  readonly exact: string;
  /** The same in capitals, for batches in which capitals and small letters are one. */
  readonly folded: string;
}

/** Null when it can be no code: other signs than letters and digits, too short or too long. */
export const typedCode = (text: string): TypedCode | null => {
  const exact = text.normalize('NFKC').replace(/[\s\-_\u2010-\u2015\u2212]/g, '');
  if (!/^[0-9A-Za-z]+$/.test(exact) || exact.length < LEAST_LENGTH || exact.length > MOST_LENGTH) return null;
  return { exact, folded: exact.toUpperCase() };
};

/** What codes there are, told without naming one: the patterns of generated batches, the lengths of imported ones. */
export interface KnownCodes {
  readonly patterns: readonly CodePattern[];
  readonly lengths: readonly { readonly least: number; readonly most: number }[];
}

/**
 * What a typed code can be, judged without looking for it: `possible`; `mistyped` when it looks like ours but its check sign is
 * wrong; `unknown` when no batch has codes that look like this.
 */
export const judgeTyped = (
  { folded }: TypedCode,
  { patterns, lengths }: KnownCodes,
): 'possible' | 'mistyped' | 'unknown' => {
  if (lengths.some(({ least, most }) => folded.length >= least && folded.length <= most)) return 'possible';
  const verdicts = patterns.map((form) => against(folded, form));
  if (verdicts.includes('possible')) return 'possible';
  return verdicts.includes('mistyped') ? 'mistyped' : 'unknown';
};

const against = (folded: string, form: CodePattern): 'possible' | 'mistyped' | 'unknown' => {
  const look = compactOf(form.pattern);
  if (look.length !== folded.length) return 'unknown';
  const fixed = [...look].every((sign, i) => sign === '#' || sign === folded[i]);
  if (!fixed) return 'unknown';
  const alphabet = CHARSETS[form.charset];
  const signs = [...folded].filter((_, i) => look[i] === '#').join('');
  if (form.checked) return checks(signs, alphabet) ? 'possible' : 'mistyped';
  return [...signs].every((sign) => alphabet.includes(sign)) ? 'possible' : 'mistyped';
};
