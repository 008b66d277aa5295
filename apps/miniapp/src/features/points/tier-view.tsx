import { Text, View } from '@tarojs/components';
import { points as inPoints } from '@/shared/format/amount';
import { shortDate } from '@/shared/format/time';
import type { Tier, TierStanding } from '@/shared/http/types';
import { Card, Section } from '@/shared/ui/card';
import { Chip } from '@/shared/ui/chip';
import { Icon } from '@/shared/ui/icon';
import { text } from './strings';
import './points.scss';

const Step = ({ tier, standing }: { tier: Tier; standing: TierStanding }) => {
  const current = tier.code === standing.code;
  const reached = standing.qualifyingPoints >= tier.atPoints;
  return (
    <View className="tier-step">
      <View className="tier-step__dot" style={{ background: tier.colour }} />
      <View className="row row--between">
        <Text className="tier-step__name">{tier.name}</Text>
        {current ? (
          <Chip>{text.current}</Chip>
        ) : reached ? (
          <Chip tone="quiet">{text.reached}</Chip>
        ) : (
          <Chip tone="accent">{text.needPoints(inPoints(tier.atPoints))}</Chip>
        )}
      </View>
      {tier.benefits.map((benefit) => (
        <View key={benefit} className="tier-step__benefit">
          <Icon name={current || reached ? 'check' : 'gift'} tone={reached ? 'brand' : 'ink-faint'} size="small" />
          <Text className="grow">{benefit}</Text>
        </View>
      ))}
    </View>
  );
};

export const TierView = ({ standing }: { standing: TierStanding }) => (
  <>
    <Card className="row row--between">
      <Text>{text.qualifying(inPoints(standing.qualifyingPoints))}</Text>
      <Chip>{text.multiplier(standing.multiplierPercent)}</Chip>
    </Card>
    <Section title={text.benefits}>
      <Card>
        {standing.tiers.map((tier) => (
          <Step key={tier.code} tier={tier} standing={standing} />
        ))}
      </Card>
    </Section>
    <Text className="faint">{text.window(shortDate(standing.windowFrom), shortDate(standing.windowUntil))}</Text>
  </>
);
