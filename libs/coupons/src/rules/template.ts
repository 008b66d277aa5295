import { isWhole } from '@fanloop/kernel';
import { refuse } from './refusals';
import type { CouponTerms, TemplateStatus } from './terms';

/** What a manager sets. */
export interface TemplateDraft {
  readonly terms: CouponTerms;
  readonly stockTotal: number;
  readonly perMemberLimit: number;
  readonly claimFrom: Date | null;
  readonly claimUntil: Date | null;
}

const MAX_STOCK = 10_000_000;
const MAX_AMOUNT_FEN = 100_000_00;
const MAX_DAYS = 3650;

/** Refuses a draft that could not be kept as a promise. */
export const assertDraft = (draft: TemplateDraft): void => {
  const { terms } = draft;
  const checks: [boolean, string][] = [
    [terms.name.trim().length > 0, '名称不能为空'],
    [between(terms.amountFen, 1, MAX_AMOUNT_FEN), '面额须大于 0'],
    [between(terms.thresholdFen, 0, MAX_AMOUNT_FEN), '门槛不能为负'],
    [terms.thresholdFen === 0 || terms.thresholdFen >= terms.amountFen, '有门槛时，门槛不能低于面额'],
    [between(draft.stockTotal, 0, MAX_STOCK), '总量有误'],
    [between(draft.perMemberLimit, 1, 1000), '每人限领至少 1 张'],
    [between(terms.returnGraceDays, 0, 365), '退回后的可用天数有误'],
    [!draft.claimFrom || !draft.claimUntil || draft.claimFrom < draft.claimUntil, '领取结束须晚于开始'],
    [terms.scope.stores === null || terms.scope.stores.length > 0, '请至少选择一家门店'],
    [terms.scope.categories === null || terms.scope.categories.length > 0, '请至少选择一个品类'],
    [validitySound(terms), '有效期有误'],
  ];
  const broken = checks.find(([holds]) => !holds);
  if (broken) throw refuse('TemplateInvalid', { problem: broken[1] });
};

const validitySound = ({ validity }: CouponTerms): boolean =>
  validity.kind === 'days'
    ? between(validity.days, 1, MAX_DAYS)
    : new Date(validity.from).getTime() < new Date(validity.until).getTime();

const between = (value: number, low: number, high: number): boolean => isWhole(value) && value >= low && value <= high;

/** `ended` is for good: what was promised to end does not come back under the same name. */
export const assertStatusChange = (from: TemplateStatus, to: TemplateStatus): void => {
  if (from === 'ended' && to !== 'ended') throw refuse('TemplateEnded');
};
