import { accept, type Outcome, reject } from '@fanloop/kernel';
import { refuse } from './refusals';

export const CONSENT_PURPOSES = ['membership', 'marketing', 'profiling'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** The text in force for one purpose. */
export interface ConsentText {
  readonly purpose: ConsentPurpose;
  readonly version: number;
  readonly title: string;
  readonly text: string;
  readonly required: boolean;
}

export interface ConsentChoice {
  readonly purpose: ConsentPurpose;
  readonly version: number;
  readonly granted: boolean;
}

/**
 * What to record of the choices made at enrolment: every required purpose must be granted, each by the version in
 * force. What was not asked or not answered counts as refused and is not recorded.
 */
export const judgeEnrolment = (
  texts: readonly ConsentText[],
  choices: readonly ConsentChoice[],
): Outcome<ConsentChoice[]> => {
  const recorded: ConsentChoice[] = [];
  for (const text of texts) {
    const choice = choices.find((candidate) => candidate.purpose === text.purpose);
    if (text.required && !choice?.granted) return reject(refuse('ConsentRequired', named(text)));
    if (choice?.granted && choice.version !== text.version) return reject(refuse('ConsentOutdated', named(text)));
    if (choice) recorded.push({ purpose: text.purpose, version: text.version, granted: choice.granted });
  }
  return accept(recorded);
};

/** A later change of one consent. Withdrawing is as easy as giving, except for the one that membership rests on. */
export const judgeChange = (text: ConsentText, choice: ConsentChoice): Outcome<ConsentChoice> => {
  if (text.required && !choice.granted) return reject(refuse('MembershipNeedsConsent'));
  if (choice.granted && choice.version !== text.version) return reject(refuse('ConsentOutdated', named(text)));
  return accept({ ...choice, version: text.version });
};

const named = (text: ConsentText) => ({ purpose: text.purpose, version: text.version, title: text.title });
