/** From stranger to friend. `enter` lifts a member in; only below `leave` may the member fall out again. */
export const FAN_TIERS = [
  { code: 'passer-by', name: '路人', enter: 0, leave: 0 },
  { code: 'customer', name: '顾客', enter: 5, leave: 3 },
  { code: 'regular', name: '会员', enter: 18, leave: 14 },
  { code: 'fan', name: '粉丝', enter: 34, leave: 28 },
  { code: 'true-fan', name: '铁粉', enter: 50, leave: 43 },
  { code: 'co-creator', name: '共创者', enter: 68, leave: 60 },
] as const;

export type FanTierCode = (typeof FAN_TIERS)[number]['code'];

/** A member keeps a tier at least this long before falling. */
export const MINIMUM_STAY_DAYS = 30;

export interface FanTierStanding {
  readonly code: FanTierCode;
  /** `YYYY-MM-DD` since when. */
  readonly since: string;
}

export interface FanTierDecision extends FanTierStanding {
  readonly changed: boolean;
  /** Why, in plain Chinese. */
  readonly why: string;
}

const rankOf = (code: FanTierCode): number => FAN_TIERS.findIndex((tier) => tier.code === code);

/**
 * The tier for a score. Up at once, as far as the score reaches; down one step at a time, only below the leaving
 * threshold and after the minimum stay, so that nobody flaps between two tiers.
 */
export const decideFanTier = (
  score: number,
  today: string,
  current: FanTierStanding | null,
  daysInTier: number,
): FanTierDecision => {
  const reached = [...FAN_TIERS].reverse().find((tier) => score >= tier.enter) ?? FAN_TIERS[0];
  if (!current)
    return { code: reached.code, since: today, changed: true, why: `首次评估：${score} 分，进入「${reached.name}」` };
  const held = FAN_TIERS[rankOf(current.code)]!;
  if (rankOf(reached.code) > rankOf(held.code))
    return {
      code: reached.code,
      since: today,
      changed: true,
      why: `${score} 分，达到「${reached.name}」的 ${reached.enter} 分`,
    };
  if (score >= held.leave) return { ...current, changed: false, why: `${score} 分，保持「${held.name}」` };
  if (daysInTier < MINIMUM_STAY_DAYS)
    return {
      ...current,
      changed: false,
      why: `${score} 分低于 ${held.leave} 分，但进入「${held.name}」未满 ${MINIMUM_STAY_DAYS} 天`,
    };
  const below = FAN_TIERS[Math.max(0, rankOf(held.code) - 1)]!;
  return {
    code: below.code,
    since: today,
    changed: true,
    why: `${score} 分，低于「${held.name}」的 ${held.leave} 分，降一级`,
  };
};
