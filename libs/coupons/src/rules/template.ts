import { isDay, isWholeWithin } from '@fanloop/kernel';
import { type Budgets, budgetChecks } from './budgets';
import type { OpenTo } from './issue-channel';
import { refuse } from './refusals';
import type { CouponTerms, TemplateStatus } from './terms';

/** What a manager sets. */
export interface TemplateDraft {
  readonly terms: CouponTerms;
  readonly stockTotal: number;
  readonly perMemberLimit: number;
  readonly claimFrom: Date | null;
  readonly claimUntil: Date | null;
  /** Who may claim it in the coupon centre. */
  readonly openTo: OpenTo;
  /** The audience that it is open to; null unless `openTo` says so. */
  readonly audienceId: string | null;
  /** Absent: none. They are the manager's affair and no part of what is promised. */
  readonly budgets?: Budgets;
  /** How many of it one clerk may give on one day; absent or null: clerks do not give it. */
  readonly clerkPerDay?: number | null;
}

const MAX_STOCK = 10_000_000;
const MAX_AMOUNT_FEN = 100_000_00;
const MAX_DAYS = 3650;

/** Refuses a draft that could not be kept as a promise. */
export const assertDraft = (draft: TemplateDraft): void => {
  const { terms } = draft;
  const checks: Check[] = [
    [terms.name.trim().length > 0, '名称不能为空'],
    ...benefitChecks(terms),
    [isWholeWithin(terms.thresholdFen, 0, MAX_AMOUNT_FEN), '门槛不能为负'],
    [terms.stacking.class.trim().length > 0, '请填写叠加分组'],
    [isWholeWithin(draft.stockTotal, 0, MAX_STOCK), '总量有误'],
    [isWholeWithin(draft.perMemberLimit, 1, 1000), '每人限领至少 1 张'],
    [isWholeWithin(terms.returnGraceDays, 0, 365), '退回后的可用天数有误'],
    [!draft.claimFrom || !draft.claimUntil || draft.claimFrom < draft.claimUntil, '领取结束须晚于开始'],
    [(draft.openTo === 'audience') === (draft.audienceId !== null), '请选择定向名单'],
    [!terms.giving || isWholeWithin(terms.giving.hours, 1, 720), '转赠的领取时限须在 1 到 720 小时之间'],
    [!terms.giving || isWholeWithin(terms.giving.perReceiver, 1, 1000), '每人可收的转赠至少 1 张'],
    [isWholeWithin(draft.clerkPerDay ?? 1, 1, 1000), '店员每天可发须在 1 到 1000 张之间'],
    ...scopeChecks(terms.scope),
    ...timeChecks(terms.useTimes),
    ...(draft.budgets ? budgetChecks(draft.budgets) : []),
    [validitySound(terms), '有效期有误'],
  ];
  const broken = checks.find(([holds]) => !holds);
  if (broken) throw refuse('TemplateInvalid', { problem: broken[1] });
};

type Check = readonly [boolean, string];

const benefitChecks = (terms: CouponTerms): Check[] => {
  switch (terms.kind) {
    case 'cash':
      return [
        [isWholeWithin(terms.amountFen, 1, MAX_AMOUNT_FEN), '面额须大于 0'],
        [terms.thresholdFen === 0 || terms.thresholdFen >= terms.amountFen, '有门槛时，门槛不能低于面额'],
      ];
    case 'percent':
      return [
        [isWholeWithin(terms.percent, 1, 99), '折扣须在 0.1 折到 9.9 折之间'],
        [terms.capFen === null || isWholeWithin(terms.capFen, 1, MAX_AMOUNT_FEN), '最高优惠须大于 0'],
      ];
    case 'steps':
      return [
        [isWholeWithin(terms.steps.length, 1, 10), '阶梯须有 1 到 10 级'],
        [
          terms.steps.every((step) => isWholeWithin(step.amountFen, 1, step.thresholdFen)),
          '每级减免须大于 0，且不高于门槛',
        ],
        [ascends(terms.steps), '阶梯须逐级提高'],
        [terms.thresholdFen === 0, '阶梯券的门槛在各级里'],
      ];
    case 'nth-item':
      return [
        [isWholeWithin(terms.nth, 2, 20), '第几件须在 2 到 20 之间'],
        [isWholeWithin(terms.percent, 0, 99), '折扣须在免费到 9.9 折之间'],
      ];
    case 'buy-get':
      return [[isWholeWithin(terms.buy, 1, 20) && isWholeWithin(terms.get, 1, 20), '买赠件数须在 1 到 20 之间']];
    case 'exchange':
      return [[isWholeWithin(terms.payFen, 0, MAX_AMOUNT_FEN), '兑换价不能为负']];
    case 'gift':
      return [[terms.gift.trim().length > 0, '请填写赠品']];
    case 'free-delivery':
      return [[terms.capFen === null || isWholeWithin(terms.capFen, 1, MAX_AMOUNT_FEN), '最高减免须大于 0']];
  }
};

const ascends = (steps: readonly { readonly thresholdFen: number; readonly amountFen: number }[]): boolean =>
  steps.every((step, i) => {
    const before = steps[i - 1];
    return !before || (step.thresholdFen > before.thresholdFen && step.amountFen > before.amountFen);
  });

const scopeChecks = (scope: CouponTerms['scope']): Check[] => [
  [scope.stores === null || scope.stores.length > 0, '请至少选择一家门店'],
  [scope.categories === null || scope.categories.length > 0, '请至少选择一个品类'],
  [scope.skus === null || scope.skus.length > 0, '请至少选择一件商品'],
  [scope.channels === null || scope.channels.length > 0, '请至少选择一个渠道'],
  [scope.tiers === null || scope.tiers.length > 0, '请至少选择一个等级'],
  [scope.tags === null || scope.tags.length > 0, '请至少选择一个标签'],
];

const timeChecks = ({ weekdays, hours, blackouts }: CouponTerms['useTimes']): Check[] => [
  [weekdays === null || (weekdays.length > 0 && weekdays.every((day) => isWholeWithin(day, 1, 7))), '请至少选择一天'],
  [
    hours === null ||
      (hours.length > 0 && hours.every(({ from, until }) => isTime(from) && isTime(until) && from < until)),
    '可用时段有误',
  ],
  [blackouts.every(({ from, to }) => isDay(from) && isDay(to) && from <= to), '不可用日期有误'],
];

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);

const validitySound = ({ validity }: CouponTerms): boolean =>
  validity.kind === 'days'
    ? isWholeWithin(validity.days, 1, MAX_DAYS)
    : new Date(validity.from).getTime() < new Date(validity.until).getTime();

/** `ended` is for good: what was promised to end does not come back under the same name. */
export const assertStatusChange = (from: TemplateStatus, to: TemplateStatus): void => {
  if (from === 'ended' && to !== 'ended') throw refuse('TemplateEnded');
};
