import { conditionText } from './condition-text';
import type { Budget, Caps, RuleDraft } from './rule';
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
  triggerText,
  unitOf,
  untilText,
} from './sentence-parts';
import { spaced } from './spacing';
import { CAP_NAMES } from './wording';

/** One field of a rule that differs, in words on both sides. */
export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What differs between two versions, field by field in the order of the form: 每日上限 200 分 → 300 分. */
export const diffOf = (before: RuleDraft, after: RuleDraft, names: Names = NO_NAMES): FieldChange[] =>
  FIELDS.flatMap(({ field, text }) => {
    const [left, right] = [spaced(text(before, names)), spaced(text(after, names))];
    return left === right ? [] : [{ field, before: left, after: right }];
  });

interface Field {
  readonly field: string;
  readonly text: (draft: RuleDraft, names: Names) => string;
}

const caps: readonly Field[] = (Object.keys(CAP_NAMES) as (keyof Caps)[]).map((cap) => ({
  field: `${CAP_NAMES[cap]}上限`,
  text: (draft) => {
    const limit = draft.caps[cap];
    return limit === null ? '不限' : capText(cap, limit, unitOf(draft)).replace(/^.*最多/, '');
  },
}));

const budget =
  (of: (budget: Budget) => number | null) =>
  (draft: RuleDraft): string => {
    const value = draft.budget && of(draft.budget);
    return draft.budget === null || value === null ? '不限' : budgetAmount(draft.budget, value);
  };

/** A message has words of its own beside what the sentence says of it. */
const effect = (draft: RuleDraft, names: Names): string =>
  draft.effect.kind === 'message' ? `${effectText(draft, names)}：${draft.effect.text}` : effectText(draft, names);

const FIELDS: readonly Field[] = [
  { field: '名称', text: ({ name }) => name },
  { field: '触发时机', text: triggerText },
  { field: '条件', text: ({ condition }, names) => (condition ? conditionText(condition, names) : '无') },
  { field: '适用商品', text: (draft) => linesText(draft) || '全部商品' },
  { field: '奖励', text: effect },
  { field: '到账', text: ({ lot }) => activationText(lot) || '按积分设置' },
  { field: '积分有效期', text: ({ lot }) => lifeText(lot) || '按积分设置' },
  ...caps,
  { field: '总预算', text: budget(({ total }) => total) },
  { field: '每店预算', text: budget(({ perStore }) => perStore) },
  { field: '叠加', text: (draft) => stackingText({ ...draft, exclusive: false }) || '与其他规则叠加' },
  { field: '独享', text: ({ exclusive }) => (exclusive ? '是' : '否') },
  { field: '优先级', text: ({ priority }) => String(priority) },
  { field: '开始时间', text: ({ validFrom }, names) => fromText(validFrom, names) || '立即' },
  { field: '结束时间', text: ({ validUntil }, names) => untilText(validUntil, names) || '长期' },
  { field: '适用门店', text: ({ stores }, names) => namedStores(stores, names) },
  { field: '适用渠道', text: ({ channels }) => channelsText(channels) || '全部渠道' },
];

/** Here every store is named: “3 家门店 → 3 家门店” would hide what changed. */
const namedStores = (stores: RuleDraft['stores'], names: Names): string => {
  if (!stores) return '全部门店';
  if (!names.stores && stores.length > 3) return `${storesText(stores, names)}（${stores.join('、')}）`;
  return stores.map((id) => `「${names.stores?.get(id) ?? id}」`).join('、');
};
