import { Text, View } from '@tarojs/components';
import { points as inPoints } from '@/shared/format/amount';
import { dateText, dayText } from '@/shared/format/time';
import type { TierStanding } from '@/shared/http/types';
import { brand, tierGradient, tierShine } from '@/shared/theme/theme';
import { Icon } from '@/shared/ui/icon';
import { Progress } from '@/shared/ui/progress';
import { text } from './strings';
import './points.scss';

/** What about the tier will end: a grace, or what was given by hand. */
const badgeOf = ({ keep, grantUntil }: TierStanding): string | null => {
  if (keep?.graceUntil && !grantUntil) return text.graceUntil(dayText(keep.graceUntil));
  return grantUntil ? text.grantedShort(dateText(grantUntil)) : null;
};

interface TierCardProps {
  tier: TierStanding;
  available: number;
  onTap?: () => void;
  onPoints?: () => void;
}

/** The member's card in the colour of the tier: points, and what is missing to the next tier. */
export const TierCard = ({ tier, available, onTap, onPoints }: TierCardProps) => (
  <View id="tier-card" className="tier-card" style={{ background: tierGradient(tier.colour) }} onClick={onTap}>
    <View className="row row--between">
      <View className="row">
        <Icon name="leaf" tone={tierShine(tier.colour) as `#${string}`} />
        <Text className="tier-card__name" style={{ color: tierShine(tier.colour) }}>
          {tier.name}
        </Text>
      </View>
      <Text className="tier-card__brand">{brand.name}</Text>
    </View>
    <View
      className="tier-card__points"
      onClick={(event) => {
        event.stopPropagation();
        (onPoints ?? onTap)?.();
      }}
    >
      <Text className="tier-card__number">{inPoints(available)}</Text>
      <Text className="tier-card__unit">积分</Text>
      <Icon name="chevron" tone="#ffffff" size="small" />
    </View>
    <Progress percent={tier.progressPercent} label={`升级进度 ${tier.progressPercent}%`} onDark />
    <Text className="tier-card__hint">{tier.next ? tier.next.hint : text.top}</Text>
    {badgeOf(tier) ? <Text className="tier-card__badge">{badgeOf(tier)}</Text> : null}
  </View>
);
