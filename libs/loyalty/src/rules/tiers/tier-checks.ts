import { isWholeWithin } from '@fanloop/kernel';
import { refuse } from '../refusals';
import type { TierSettings } from '../settings';
import type { Tier, TierBenefits } from './tiers';

const MOST_TIERS = 10;
/** An INT column holds more; as fen these are ten million ¥. */
const HIGHEST = 1_000_000_000;

/** Throws TiersNotValid with the reason; tiers that pass can be judged with. */
export const assertTiers = (tiers: readonly Tier[], settings: TierSettings): void => {
  const problem = tiersProblem(tiers) ?? settingsProblem(settings);
  if (problem) throw refuse('TiersNotValid', { problem });
};

/** The first thing that is wrong with a list of tiers, in Chinese; null when nothing is. */
export const tiersProblem = (tiers: readonly Tier[]): string | null => {
  const [first] = tiers;
  if (!first) return '至少需要一个等级';
  if (tiers.length > MOST_TIERS) return `最多 ${MOST_TIERS} 个等级`;
  if (first.enterAt !== 0 || first.keepAt !== 0 || first.leaveAt !== 0) return '第一个等级的门槛必须都是 0：入会即是';
  if (new Set(tiers.map(({ code }) => code)).size < tiers.length) return '等级代码不能重复';
  if (new Set(tiers.map(({ name }) => name.trim())).size < tiers.length) return '等级名称不能重复';
  for (const [i, tier] of tiers.entries()) {
    const problem = tierProblem(tier) ?? (i > 0 ? thresholdProblem(tier, tiers[i - 1]!) : null);
    if (problem) return problem;
  }
  return null;
};

const settingsProblem = ({ window, graceDays }: TierSettings): string | null => {
  if (window.kind === 'rolling' && !isWholeWithin(window.months, 1, 36)) return '滚动周期必须在 1 到 36 个月之间';
  return isWholeWithin(graceDays, 0, 180) ? null : '宽限期必须在 0 到 180 天之间';
};

const tierProblem = ({ code, name, colour, multiplierPercent, benefits }: Tier): string | null => {
  if (!/^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/.test(code)) return '等级代码由小写字母、数字和连字符组成，最多 32 个';
  if (name.trim() === '' || [...name].length > 12) return '等级名称需要 1 到 12 个字';
  if (!/^#[0-9A-Fa-f]{6}$/.test(colour)) return `${name}的颜色不对`;
  if (!isWholeWithin(multiplierPercent, 100, 1000)) return `${name}的积分倍数必须在 1 到 10 倍之间`;
  const problem = benefitsProblem(benefits);
  return problem ? `${name}：${problem}` : null;
};

const thresholdProblem = (tier: Tier, lower: Tier): string | null => {
  const { name, enterAt, keepAt, leaveAt } = tier;
  if (![enterAt, keepAt, leaveAt].every((at) => isWholeWithin(at, 0, HIGHEST)))
    return `${name}的门槛必须是不小于零的整数`;
  if (enterAt <= lower.enterAt) return `${name}的升级门槛必须高于${lower.name}`;
  if (keepAt > enterAt) return `${name}的保级门槛不能高于升级门槛`;
  return leaveAt > keepAt ? `${name}的直降门槛不能高于保级门槛` : null;
};

const benefitsProblem = ({ monthlyCoupons, birthdayGift, texts }: TierBenefits): string | null => {
  if (monthlyCoupons.length > 5) return '每月最多 5 种券';
  if (new Set(monthlyCoupons.map(({ templateId }) => templateId)).size < monthlyCoupons.length) return '每月的券重复了';
  for (const { templateId, count } of monthlyCoupons)
    if (!isTemplate(templateId) || !isWholeWithin(count, 1, 10)) return '每月的券每种 1 到 10 张';
  if (birthdayGift) {
    const { points, couponTemplateId } = birthdayGift;
    if (points === undefined && couponTemplateId === undefined) return '生日礼需要积分或券';
    if (points !== undefined && !isWholeWithin(points, 1, 100_000)) return '生日礼的积分必须在 1 到 100,000 之间';
    if (couponTemplateId !== undefined && !isTemplate(couponTemplateId)) return '请选择生日礼的券';
  }
  if (texts.length > 12 || texts.some((text) => text.trim() === '' || [...text].length > 40))
    return '权益说明最多 12 条，每条 1 到 40 个字';
  return null;
};

const isTemplate = (id: string): boolean => /^\d{1,19}$/.test(id);
