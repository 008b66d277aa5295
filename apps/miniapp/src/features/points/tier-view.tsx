import { Text, View } from '@tarojs/components';
import { dateText } from '@/shared/format/time';
import type { Tier, TierStanding } from '@/shared/http/types';
import { Card, Section } from '@/shared/ui/card';
import { Chip } from '@/shared/ui/chip';
import { Icon } from '@/shared/ui/icon';
import { Progress } from '@/shared/ui/progress';
import { text } from './strings';
import { TierHistory } from './tier-history';
import './points.scss';

interface WayProps {
  title: string;
  figure: string;
  hint: string;
  percent: number;
}

const Way = ({ title, figure, hint, percent }: WayProps) => (
  <View className="way">
    <View className="row row--between">
      <Text className="way__title">{title}</Text>
      <Text className="way__figure">{figure}</Text>
    </View>
    <Progress percent={percent} label={`${title} ${percent}%`} />
    <Text className="way__hint">{hint}</Text>
  </View>
);

/** What it takes to rise, and what it takes to keep what one has. */
const Ways = ({ standing }: { standing: TierStanding }) => {
  const { next, keep } = standing;
  return (
    <Card id="tier-ways">
      {next ? (
        <Way
          title={text.rise(next.name)}
          figure={standing.qualifyingText}
          hint={next.hint}
          percent={standing.progressPercent}
        />
      ) : (
        <Text className="way__title">{text.top}</Text>
      )}
      {keep ? (
        <Way
          title={text.keep(keep.name)}
          figure={keep.countedText}
          hint={keep.graceUntil ? text.keepPeriod(dateText(keep.from), dateText(keep.graceUntil)) : keep.hint}
          percent={keep.progressPercent}
        />
      ) : null}
    </Card>
  );
};

const Warning = ({ hint }: { hint: string }) => (
  <View id="tier-warning" className="tier-warning">
    <Icon name="bell" tone="accent" />
    <View className="grow">
      <Text className="tier-warning__title">{text.graceTitle}</Text>
      <Text className="tier-warning__text">{hint}</Text>
    </View>
  </View>
);

const Step = ({ tier, state }: { tier: Tier; state: 'below' | 'current' | 'above' }) => (
  <View className="tier-step">
    <View className="tier-step__dot" style={{ background: tier.colour }} />
    <View className="row row--between">
      <Text className="tier-step__name">{tier.name}</Text>
      {state === 'current' ? (
        <Chip>{text.current}</Chip>
      ) : state === 'below' ? (
        <Chip tone="quiet">{text.reached}</Chip>
      ) : (
        <Chip tone="accent">{tier.enterText}</Chip>
      )}
    </View>
    {tier.benefits.map((benefit) => (
      <View key={benefit} className="tier-step__benefit">
        <Icon
          name={state === 'above' ? 'gift' : 'check'}
          tone={state === 'above' ? 'ink-faint' : 'brand'}
          size="small"
        />
        <Text className="grow">{benefit}</Text>
      </View>
    ))}
  </View>
);

export const TierView = ({ standing }: { standing: TierStanding }) => {
  const { keep, grantUntil, tiers } = standing;
  const own = tiers.findIndex((tier) => tier.code === standing.code);
  const stateOf = (rank: number) => (rank === own ? 'current' : rank < own ? 'below' : 'above');
  return (
    <>
      {keep?.graceUntil ? <Warning hint={keep.hint} /> : null}
      {grantUntil ? <Text className="tier-note">{text.granted(standing.name, dateText(grantUntil))}</Text> : null}
      <Section title={text.progress}>
        <Ways standing={standing} />
      </Section>
      <Section title={text.benefits}>
        <Card>
          {tiers.map((tier, rank) => (
            <Step key={tier.code} tier={tier} state={stateOf(rank)} />
          ))}
        </Card>
      </Section>
      <TierHistory />
      <Text className="tier-note">{text.window(dateText(standing.windowFrom), dateText(standing.windowTo))}</Text>
    </>
  );
};
