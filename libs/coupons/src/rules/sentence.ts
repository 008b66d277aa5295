import type { Fen } from '@fanloop/kernel';
import { addMs, formatFen } from '@fanloop/kernel';
import { budgetsText } from './budgets';
import { listed } from './listed';
import type { TemplateDraft } from './template';
import type { CouponTerms, Named, Scope, Stacking, Validity } from './terms';
import { useTimesText } from './use-times';

/** `YYYY-MM-DDTHH:mm` of an instant in the brand's zone. */
export type ToLocal = (at: Date) => string;

/** ¥5 rather than ¥5.00: a ticket is read at a glance. */
const yuan = (fen: Fen): string => formatFen(fen).replace(/\.00$/, '');

export const storesText = (storeNames: readonly string[] | null): string =>
  storeNames === null ? '全部门店可用' : `仅限 ${listed(storeNames, '家门店')}`;

/** 85 → “8.5 折”, 50 → “半价”, 0 → “免费”. */
const foldText = (percent: number): string => {
  if (percent === 0) return '免费';
  return percent === 50 ? '半价' : `${percent / 10} 折`;
};

/** What stands large on the ticket: “¥5”, “8 折”, “买 2 赠 1”. */
export const headline = (terms: CouponTerms): string => {
  switch (terms.kind) {
    case 'cash':
      return yuan(terms.amountFen);
    case 'percent':
      return `${terms.percent / 10} 折`;
    case 'steps':
      return yuan(terms.steps.at(-1)!.amountFen);
    case 'nth-item':
      return foldText(terms.percent);
    case 'buy-get':
      return `买 ${terms.buy} 赠 ${terms.get}`;
    case 'exchange':
      return terms.payFen === 0 ? '兑换' : `${yuan(terms.payFen)} 换购`;
    case 'gift':
      return '赠品';
    case 'free-delivery':
      return '免运费';
  }
};

/** From what amount on the headline holds: steps have it in the step that stands large. 0: whatever is bought. */
export const headlineFrom = (terms: CouponTerms): Fen =>
  terms.kind === 'steps' ? terms.steps.at(-1)!.thresholdFen : terms.thresholdFen;

const benefitText = (terms: CouponTerms): string => {
  const from = terms.thresholdFen > 0 ? `满 ${yuan(terms.thresholdFen)} ` : '';
  switch (terms.kind) {
    case 'cash':
      return from ? `${from}减 ${yuan(terms.amountFen)}` : `无门槛减 ${yuan(terms.amountFen)}`;
    case 'percent':
      return `${from}打 ${terms.percent / 10} 折${terms.capFen === null ? '' : `，最高减 ${yuan(terms.capFen)}`}`;
    case 'steps':
      return terms.steps.map((step) => `满 ${yuan(step.thresholdFen)} 减 ${yuan(step.amountFen)}`).join('、');
    case 'nth-item':
      return `${from}第 ${terms.nth} 件${foldText(terms.percent)}`;
    case 'buy-get':
      return `${from}买 ${terms.buy} 件赠 ${terms.get} 件（赠价低者）`;
    case 'exchange':
      return terms.payFen === 0 ? `${from}免费兑换 1 件` : `${from}${yuan(terms.payFen)} 换购 1 件`;
    case 'gift':
      return `${from}赠${terms.gift}`;
    case 'free-delivery':
      return `${from}免运费${terms.capFen === null ? '' : `，最高减 ${yuan(terms.capFen)}`}`;
  }
};

/** The terms in one line, as they are printed on the coupon: "满 ¥30 减 ¥5，限奶茶、果茶，全部门店可用". */
export const termsText = (terms: CouponTerms, storeNames: readonly string[] | null): string => {
  const { scope } = terms;
  return [
    benefitText(terms),
    ...goodsText(scope),
    ...(scope.channels ? [`限${scope.channels.map((channel) => CHANNELS[channel] ?? channel).join('、')}`] : []),
    ...(scope.tiers ? [`限${listed(namesOf(scope.tiers), '个等级')}`] : []),
    ...(scope.tags ? [`限${listed(namesOf(scope.tags), '类')}会员`] : []),
    ...(scope.firstPurchaseOnly ? ['限首次消费'] : []),
    ...useTimesText(terms.useTimes),
    storesText(storeNames),
    ...(terms.stacking.with === 'none' ? [] : [stackingText(terms.stacking)]),
    ...(terms.belowThreshold === 'deduct' ? ['部分退货后不满足条件时，退款扣回相应优惠'] : []),
    ...(terms.giving ? ['可转赠好友一次'] : []),
  ].join('，');
};

const namesOf = (named: readonly Named[]): string[] => named.map(({ name }) => name);

const goodsText = ({ categories, skus }: Scope): string[] => {
  const goods = [...(categories ?? []), ...namesOf(skus ?? [])];
  return goods.length === 0 ? [] : [`限${listed(goods, '种商品')}`];
};

const stackingText = (stacking: Stacking): string =>
  stacking.with === 'all' ? '可与其他券叠加' : `可与${stacking.class}以外的券叠加`;

const CHANNELS: Readonly<Record<string, string>> = { store: '门店', 'mini-program': '小程序', 'e-commerce': '电商' };

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
    ...OPEN_TO_TEXT[draft.openTo],
    ...(draft.budgets ? budgetsText(draft.budgets) : []),
    ...claim,
    ...(draft.clerkPerDay ? [`店员每人每天可发 ${draft.clerkPerDay} 张`] : []),
    `每人限领 ${draft.perMemberLimit} 张`,
    `共 ${draft.stockTotal} 张`,
  ];
  return `${termsText(draft.terms, storeNames)}；${rules.join('，')}。`;
};

const OPEN_TO_TEXT: Readonly<Record<TemplateDraft['openTo'], readonly string[]>> = {
  everyone: [],
  audience: ['仅名单内会员可领'],
  nobody: ['不公开领取，仅由品牌发放'],
};

/** Half-open in, as people say it out: a span that ends at midnight ends with the day before. */
const spanText = (from: Date, until: Date, local: ToLocal): string => {
  const wholeDays = [from, until].every((at) => local(at).endsWith('T00:00'));
  return wholeDays
    ? `${local(from).slice(0, 10)} 至 ${local(addMs(until, -1)).slice(0, 10)}`
    : `${instantText(from, local)} 至 ${instantText(until, local)}`;
};

const instantText = (at: Date, local: ToLocal): string => local(at).replace('T', ' ');
