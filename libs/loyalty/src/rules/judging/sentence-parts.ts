import { formatPoints } from '@fanloop/kernel';
import { conditionText, onlyLeaf } from './condition-text';
import { factInfo, TRIGGER_NAMES } from './fact-catalogue';
import type { Budget, Caps, LotTerms, RuleDraft } from './rule';
import { type Names, wallOf } from './sentence-names';
import { TIME_FACTS } from './time-phrases';
import { CAP_NAMES, perAmount, shortFen, times } from './wording';

/** The parts of a rule in words: the sentence strings them together, the diff sets them side by side. Without spaces. */

export const CHANNEL_NAMES: Readonly<Record<string, string>> = Object.fromEntries(factInfo('channel')?.choices ?? []);

/** Names of triggers and of custom events. */
export const eventName = (name: string): string =>
  Object.hasOwn(TRIGGER_NAMES, name) ? (TRIGGER_NAMES as Readonly<Record<string, string>>)[name]! : `「${name}」`;

export const triggerText = ({ trigger, customEvent, schedule }: RuleDraft): string => {
  if (trigger === 'custom') return `发生「${customEvent ?? ''}」`;
  if (trigger === 'schedule') return `${scheduleText(schedule?.rrule ?? '')}${schedule?.hour ?? 0}:00`;
  return TRIGGER_NAMES[trigger];
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
  const days = fields.get('BYMONTHDAY')?.replace(/,/g, '、').replace('-1', '最后一');
  const week = fields.get('BYDAY')?.split(',');
  switch (fields.get('FREQ')) {
    case 'MONTHLY':
      return days ? `每月${days}日` : `每月（${rrule}）`;
    case 'WEEKLY':
      return week ? `每周${week.map((day) => WEEKDAYS[day] ?? day).join('、')}` : '每周';
    case 'YEARLY':
      return fields.has('BYMONTH') && days ? `每年${fields.get('BYMONTH')}月${days}日` : `每年（${rrule}）`;
    default:
      return '每天';
  }
};

/** 首次消费时， 生日当天， 实付金额满¥100，且周六或周日时， and after another trigger 若渠道为「小程序」， */
export const whenText = (draft: RuleDraft, names: Names): string => {
  const { condition, trigger } = draft;
  const occasion =
    trigger === 'purchase'
      ? ''
      : `${triggerText(draft)}${trigger === 'schedule' || trigger === 'birthday' ? '' : '时'}，`;
  if (!condition) return trigger === 'birthday' ? '生日当天，' : occasion;
  const text = conditionText(condition, names);
  if (trigger !== 'purchase') return `${trigger === 'birthday' ? '生日当天，' : occasion}若${text}，`;
  const leaf = onlyLeaf(condition);
  return `${text}${leaf && TIME_FACTS.includes(leaf.name) ? '' : '时'}，`;
};

export const linesText = ({ lines }: Pick<RuleDraft, 'lines'>): string => {
  if (!lines) return '';
  const named = [...lines.categories.map((name) => `「${name}」`), ...lines.skus.map((sku) => `商品${sku}`)].join('、');
  return lines.except ? `除${named}以外的商品` : `${named}的商品`;
};

const ROUNDINGS = { down: '', nearest: '（四舍五入）', up: '（不足1分按1分计）' };

export const effectText = ({ effect }: Pick<RuleDraft, 'effect'>, names: Names): string => {
  switch (effect.kind) {
    case 'points-per-amount':
      return perAmount(effect) + (effect.wholeSteps ? '' : ROUNDINGS[effect.rounding]);
    case 'multiplier':
      return `积分${times(effect.percent)}`;
    case 'tier-multiplier':
      return `积分按会员等级加倍${perTierText(effect.perTier, names.tiers)}`;
    case 'points-per-line':
      return `每${effect.per === 'line' ? '种' : '件'}奖励${formatPoints(effect.points)}分`;
    case 'fixed-points':
      return `奖励${formatPoints(effect.points)}分`;
    case 'tier-points':
      return effect.perFen === null
        ? `奖励${formatPoints(effect.points)}成长值`
        : `每消费${shortFen(effect.perFen)}得${formatPoints(effect.points)}成长值`;
    case 'coupon':
      return `送「${names.coupons?.get(effect.templateId) ?? `优惠券${effect.templateId}`}」${effect.count}张`;
    case 'tag':
      return `打上标签「${names.tags?.get(effect.tagCode) ?? effect.tagCode}」`;
    case 'message':
      return `发送消息「${effect.title}」`;
  }
};

const perTierText = (perTier: Readonly<Record<string, number>>, names: ReadonlyMap<string, string>): string => {
  const parts = Object.entries(perTier).map(([code, percent]) => `「${names.get(code) ?? code}」${times(percent)}`);
  return parts.length > 0 ? `（${parts.join('、')}）` : '';
};

export const activationText = (lot: LotTerms | null): string => {
  if (lot?.activateOn) return `${eventName(lot.activateOn)}后到账`;
  return lot?.activateAfterDays ? `${lot.activateAfterDays}天后到账` : '';
};

export const lifeText = (lot: LotTerms | null): string =>
  lot?.expireAfterDays ? `到账后${lot.expireAfterDays}天内有效` : '';

export const unitOf = ({ effect: { kind } }: Pick<RuleDraft, 'effect'>): string =>
  ['coupon', 'tag', 'message'].includes(kind) ? '次' : kind === 'tier-points' ? '成长值' : '分';

export const capText = (cap: keyof Caps, limit: number, unit: string): string =>
  `${cap === 'perPurchase' ? '' : '每人'}${CAP_NAMES[cap]}最多${formatPoints(limit)}${unit}`;

export const budgetAmount = (budget: Budget, value: number): string =>
  budget.unit === 'fen' ? shortFen(value) : `${formatPoints(value)}分`;

export const stackingText = ({ stacking, exclusive }: Pick<RuleDraft, 'stacking' | 'exclusive'>): string => {
  if (exclusive) return '生效时不再叠加其他奖励';
  if (!stacking) return '';
  const modes = { all: '同组叠加', best: '同组只取最优', first: '同组只取优先级最高' };
  return `「${stacking.group}」${modes[stacking.mode]}`;
};

export const storesText = (stores: readonly string[] | null, names: Names): string => {
  if (!stores) return '';
  if (stores.length > 3 || !names.stores) return `${stores.length}家门店`;
  return stores.map((id) => `「${names.stores?.get(id) ?? id}」`).join('、');
};

export const channelsText = (channels: readonly string[] | null): string =>
  channels ? `${channels.map((channel) => CHANNEL_NAMES[channel] ?? channel).join('、')}渠道` : '';

/** From when: the day, with its time unless it is midnight. */
export const fromText = (iso: string | null, names: Names): string => {
  if (!iso) return '';
  const { day, time } = wallOf(iso, names);
  return time === '00:00' ? day : `${day} ${time}`;
};

/** Until when. Ends are half-open: midnight is the end of the day before, as people write it. */
export const untilText = (iso: string | null, names: Names): string => {
  if (!iso) return '';
  const { day, time } = wallOf(iso, names);
  if (time !== '00:00') return `${day} ${time}`;
  return wallOf(new Date(Date.parse(iso) - 1).toISOString(), names).day;
};
