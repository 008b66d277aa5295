/** Where a text appears: WeChat judges each place by its own measure. */
export type TextPlace = 'profile' | 'comment' | 'forum' | 'log';
export const SCENE_OF_PLACE: Readonly<Record<TextPlace, number>> = { profile: 1, comment: 2, forum: 3, log: 4 };

export type Suggestion = 'pass' | 'review' | 'risky';

export interface TextVerdict {
  readonly suggest: Suggestion;
  /** 100 normal, 10001 advertising, 20001 politics, 20002 pornography, 20003 abuse, 20006 crime, 20008 fraud, 20012 vulgar, 20013 copyright, 21000 other. */
  readonly label: number;
}

/** WeChat takes 2,500 characters at a time. */
export const LONGEST_TEXT = 2500;

const SUGGESTIONS: readonly Suggestion[] = ['pass', 'review', 'risky'];

/**
 * The verdict in a checked text's answer; the label is seen as a number and as a text. A suggestion that is not known
 * counts as review: a person decides. Null when the answer holds no verdict at all.
 */
export const readVerdict = (answer: Readonly<Record<string, unknown>>): TextVerdict | null => {
  const result = answer.result as { suggest?: unknown; label?: unknown } | undefined;
  if (typeof result?.suggest !== 'string') return null;
  const suggest = SUGGESTIONS.find((known) => known === result.suggest) ?? 'review';
  const label = Number(result.label);
  return { suggest, label: Number.isInteger(label) ? label : 21000 };
};
