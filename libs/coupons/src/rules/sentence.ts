import type { Fen } from '@fanloop/kernel';
import { addMs, formatFen } from '@fanloop/kernel';
import type { TemplateDraft } from './template';
import type { CouponTerms, Validity } from './terms';

/** `YYYY-MM-DDTHH:mm` of an instant in the brand's zone. */
export type ToLocal = (at: Date) => string;

/** ¥5 rather than ¥5.00: a ticket is read at a glance. */
const yuan = (fen: Fen): string => formatFen(fen).replace(/\.00$/, '');

export const storesText = (storeNames: readonly string[] | null): string =>
  storeNames === null ? '全部门店可用' : `仅限 ${storeNames.join('、')}`;

/** The terms in one line, as they are printed on the coupon: "满 ¥30 减 ¥5，限奶茶、果茶，全部门店可用". */
export const termsText = (terms: CouponTerms, storeNames: readonly string[] | null): string =>
  [
    terms.thresholdFen > 0
      ? `满 ${yuan(terms.thresholdFen)} 减 ${yuan(terms.amountFen)}`
      : `无门槛减 ${yuan(terms.amountFen)}`,
    ...(terms.scope.categories === null ? [] : [`限${terms.scope.categories.join('、')}`]),
    storesText(storeNames),
  ].join('，');

export const validityText = (validity: Validity, local: ToLocal): string =>
  validity.kind === 'days'
    ? `领取后 ${validity.days} 天内有效`
    : `${spanText(new Date(validity.from), new Date(validity.until), local)} 有效`;

/** Everything a manager has set, in a sentence to check by reading. */
export const templateSentence = (
  draft: TemplateDraft,
  storeNames: readonly string[] | null,
  local: ToLocal,
): string => {
  const { claimFrom, claimUntil } = draft;
  const claim =
    claimFrom && claimUntil
      ? [`${spanText(claimFrom, claimUntil, local)} 可领`]
      : claimFrom
        ? [`${instantText(claimFrom, local)} 起可领`]
        : claimUntil
          ? [`${instantText(claimUntil, local)} 前可领`]
          : [];
  const rules = [
    validityText(draft.terms.validity, local),
    ...claim,
    `每人限领 ${draft.perMemberLimit} 张`,
    `共 ${draft.stockTotal} 张`,
  ];
  return `${termsText(draft.terms, storeNames)}；${rules.join('，')}。`;
};

/** Half-open in, as people say it out: a span that ends at midnight ends with the day before. */
const spanText = (from: Date, until: Date, local: ToLocal): string => {
  const wholeDays = [from, until].every((at) => local(at).endsWith('T00:00'));
  return wholeDays
    ? `${local(from).slice(0, 10)} 至 ${local(addMs(until, -1)).slice(0, 10)}`
    : `${instantText(from, local)} 至 ${instantText(until, local)}`;
};

const instantText = (at: Date, local: ToLocal): string => local(at).replace('T', ' ');
