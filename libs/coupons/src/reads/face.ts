import { headline, headlineFrom } from '../rules/sentence';
import type { BenefitKind } from '../rules/terms';
import type { TermsVersion } from '../store/terms.repository';

/** What a shopper reads on a coupon before and after it is claimed. */
export interface Face {
  readonly name: string;
  readonly kind: BenefitKind;
  readonly headline: string;
  readonly amountFen: number;
  readonly thresholdFen: number;
  readonly terms: string;
  readonly storesText: string;
}

/** Versions of terms never change, and a crowd claims the same one: its words are put together once. */
const faces = new WeakMap<TermsVersion, Face>();

export const faceOf = (version: TermsVersion): Face => {
  const known = faces.get(version);
  if (known) return known;
  const { terms, termsText, storesText } = version;
  const made: Face = {
    name: terms.name,
    kind: terms.kind,
    headline: headline(terms),
    amountFen: terms.kind === 'cash' ? terms.amountFen : 0,
    thresholdFen: headlineFrom(terms),
    terms: termsText,
    storesText,
  };
  faces.set(version, made);
  return made;
};
