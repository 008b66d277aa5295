import { type Caps, type RuleDraft } from './rule';
import { type Names, NO_NAMES } from './sentence-names';
import {
  activationText,
  budgetAmount,
  capText,
  channelsText,
  effectText,
  fromText,
  lifeText,
  linesText,
  stackingText,
  storesText,
  unitOf,
  untilText,
  whenText,
} from './sentence-parts';
import { spaced } from './spacing';
import { CAP_NAMES } from './wording';

/** The rule as one Chinese sentence, as the console shows it: “周六或周日，「茶饮」的商品积分 ×2，每人每日最多 200 分。” */
export const sentenceOf = (draft: RuleDraft, names: Names = NO_NAMES): string => {
  const stores = storesText(draft.stores, names);
  const clauses = [
    bodyText(draft, names),
    activationText(draft.lot),
    lifeText(draft.lot),
    ...capsText(draft),
    ...budgetText(draft),
    stackingText(draft),
    stores && `限${stores}`,
    draft.channels ? `限${channelsText(draft.channels)}` : '',
    periodText(draft, names),
  ];
  return spaced(`${whenText(draft, names)}${clauses.filter(Boolean).join('，')}。`);
};

/** Which goods, and what they bring. */
const bodyText = (draft: RuleDraft, names: Names): string => {
  const lines = linesText(draft);
  const effect = effectText(draft, names);
  if (!lines) return effect;
  return draft.effect.kind === 'multiplier' || draft.effect.kind === 'points-per-line'
    ? `${lines}${effect}`
    : `${lines}，${effect}`;
};

const capsText = (draft: RuleDraft): string[] =>
  (Object.keys(CAP_NAMES) as (keyof Caps)[]).flatMap((cap) => {
    const limit = draft.caps[cap];
    return limit === null ? [] : [capText(cap, limit, unitOf(draft))];
  });

const budgetText = ({ budget }: RuleDraft): string[] => {
  if (!budget) return [];
  return [
    budget.total === null ? '' : `总预算${budgetAmount(budget, budget.total)}`,
    budget.perStore === null ? '' : `每店预算${budgetAmount(budget, budget.perStore)}`,
  ];
};

const periodText = ({ validFrom, validUntil }: RuleDraft, names: Names): string => {
  if (validFrom && validUntil) return `有效期${fromText(validFrom, names)} 至 ${untilText(validUntil, names)}`;
  if (validFrom) return `自${fromText(validFrom, names)}起`;
  return validUntil ? `至${untilText(validUntil, names)}止` : '';
};
