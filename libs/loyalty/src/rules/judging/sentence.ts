import { formatPoints } from '@fanloop/kernel';
import { conditionText } from './condition-text';
import { TRIGGER_NAMES } from './fact-catalogue';
import type { Caps, RuleDraft } from './rule';
import type { Names } from './sentence-names';
import { CAP_NAMES, perAmount, shortFen, times } from './wording';

/** The rule as one Chinese sentence, as the console shows it. */
export const sentenceOf = (draft: RuleDraft, names: Names = { tiers: new Map() }): string => {
  const parts = [
    whenText(draft),
    draft.condition ? `当${conditionText(draft.condition, names)}时，` : '',
    linesText(draft),
    effectText(draft, names),
    lotText(draft),
    capsText(draft.caps, unitOf(draft)),
    budgetText(draft),
    stackingText(draft),
    draft.stores ? `，限 ${storesText(draft.stores, names)}` : '',
    draft.channels ? `，限${draft.channels.map((channel) => CHANNELS[channel] ?? channel).join('、')}` : '',
    periodText(draft),
  ];
  return `${parts.join('')}。`;
};

const CHANNELS: Readonly<Record<string, string>> = {
  store: '门店',
  'mini-program': '小程序',
  'e-commerce': '电商',
  import: '导入',
  console: '后台',
  open: '开放接口',
};

const whenText = ({ trigger, customEvent, schedule }: RuleDraft): string => {
  if (trigger === 'purchase') return '';
  if (trigger === 'custom') return `发生「${customEvent ?? ''}」时，`;
  if (trigger === 'schedule') return `${scheduleText(schedule?.rrule ?? '')} ${schedule?.hour ?? 0} 点，`;
  return `${TRIGGER_NAMES[trigger]}时，`;
};

const WEEKDAYS: Readonly<Record<string, string>> = {
  MO: '一',
  TU: '二',
  WE: '三',
  TH: '四',
  FR: '五',
  SA: '六',
  SU: '日',
};

const scheduleText = (rrule: string): string => {
  const fields = new Map(rrule.split(';').map((part) => part.split('=') as [string, string]));
  const days = fields.get('BYMONTHDAY');
  const week = fields.get('BYDAY');
  switch (fields.get('FREQ')) {
    case 'MONTHLY':
      return days ? `每月 ${days.replace(/,/g, '、')} 日` : `每月（${rrule}）`;
    case 'WEEKLY':
      return week
        ? `每周${week
            .split(',')
            .map((day) => WEEKDAYS[day] ?? day)
            .join('、')}`
        : '每周';
    case 'YEARLY':
      return fields.has('BYMONTH') && days ? `每年 ${fields.get('BYMONTH')} 月 ${days} 日` : `每年（${rrule}）`;
    default:
      return '每天';
  }
};

const linesText = ({ lines }: RuleDraft): string => {
  if (!lines) return '';
  const named = [...lines.categories.map((name) => `「${name}」`), ...lines.skus.map((sku) => `商品 ${sku}`)].join(
    '、',
  );
  return lines.except ? `除${named}以外的商品，` : `${named}，`;
};

const effectText = ({ effect }: RuleDraft, names: Names): string => {
  switch (effect.kind) {
    case 'points-per-amount':
      return perAmount(effect) + { down: '', nearest: '（四舍五入）', up: '（向上取整）' }[effect.rounding];
    case 'multiplier':
      return `积分 ${times(effect.percent)}`;
    case 'tier-multiplier':
      return `按等级加倍积分${perTierText(effect.perTier, names.tiers)}`;
    case 'points-per-line':
      return `每${effect.per === 'line' ? '种' : '件'}商品奖励 ${effect.points} 分`;
    case 'fixed-points':
      return `奖励 ${formatPoints(effect.points)} 分`;
    case 'tier-points':
      return effect.perFen === null
        ? `奖励 ${formatPoints(effect.points)} 成长值`
        : `每消费 ${shortFen(effect.perFen)} 得 ${effect.points} 成长值`;
    case 'coupon':
      return `送「${names.coupons?.get(effect.templateId) ?? `券 ${effect.templateId}`}」${effect.count} 张`;
    case 'tag':
      return `打上标签「${names.tags?.get(effect.tagCode) ?? effect.tagCode}」`;
    case 'message':
      return `发送消息「${effect.title}」`;
  }
};

const perTierText = (perTier: Readonly<Record<string, number>>, names: ReadonlyMap<string, string>): string => {
  const parts = Object.entries(perTier).map(([code, percent]) => `${names.get(code) ?? code} ${times(percent)}`);
  return parts.length > 0 ? `（${parts.join('、')}）` : '（倍数见等级）';
};

const lotText = ({ lot }: RuleDraft): string => {
  if (!lot) return '';
  const active =
    lot.activateOn !== null
      ? `，「${lot.activateOn}」后到账`
      : lot.activateAfterDays
        ? `，${lot.activateAfterDays} 天后到账`
        : '';
  return `${active}${lot.expireAfterDays === null ? '' : `，到账后 ${lot.expireAfterDays} 天内有效`}`;
};

const unitOf = ({ effect: { kind } }: RuleDraft): string =>
  ['coupon', 'tag', 'message'].includes(kind) ? '次' : kind === 'tier-points' ? '成长值' : '分';

const capsText = (caps: Caps, unit: string): string =>
  (Object.keys(CAP_NAMES) as (keyof Caps)[])
    .filter((cap) => caps[cap] !== null)
    .map((cap) => `，${cap === 'perPurchase' ? '' : '每人'}${CAP_NAMES[cap]}最多 ${formatPoints(caps[cap]!)} ${unit}`)
    .join('');

const budgetText = ({ budget }: RuleDraft): string => {
  if (!budget) return '';
  const amount = (value: number): string => (budget.unit === 'fen' ? shortFen(value) : `${formatPoints(value)} 分`);
  const total = budget.total === null ? '' : `，总预算 ${amount(budget.total)}`;
  return `${total}${budget.perStore === null ? '' : `，每店预算 ${amount(budget.perStore)}`}`;
};

const stackingText = ({ stacking, exclusive }: RuleDraft): string => {
  if (exclusive) return '，独享（其他奖励不再叠加）';
  if (!stacking || stacking.mode === 'all') return '';
  return stacking.mode === 'best' ? `，与「${stacking.group}」组取最优` : `，与「${stacking.group}」组取优先级最高`;
};

const storesText = (stores: readonly string[], names: Names): string => {
  if (stores.length > 3 || !names.stores) return `${stores.length} 家门店`;
  return stores.map((id) => names.stores!.get(id) ?? id).join('、');
};

const dayOf = (iso: string): string => iso.slice(0, 10);

const periodText = ({ validFrom, validUntil }: RuleDraft): string => {
  if (validFrom && validUntil) return `，有效期 ${dayOf(validFrom)} 至 ${dayOf(validUntil)}`;
  if (validFrom) return `，自 ${dayOf(validFrom)} 起`;
  return validUntil ? `，至 ${dayOf(validUntil)} 止` : '';
};
