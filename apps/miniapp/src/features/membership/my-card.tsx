import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { dateText } from '@/shared/format/time';
import type { MyCard } from '@/shared/http/types';
import { PayButton } from '@/shared/pay/pay-button';
import { tierGradient, tierShine } from '@/shared/theme/theme';
import { Button } from '@/shared/ui/button';
import { Icon } from '@/shared/ui/icon';
import { staleByCards } from './membership.api';
import { RefundSheet } from './refund-sheet';
import { text } from './strings';

const lineOf = ({ state, startsOn, lastOn }: MyCard): string => {
  if (state === 'upcoming' && startsOn) return text.begins(dateText(startsOn));
  return lastOn ? text.until(dateText(lastOn)) : '';
};

/** A card that runs, waits for its day, or waits for its payment. */
export const HeldCard = ({ card }: { card: MyCard }) => {
  const [open, setOpen] = useState(false);
  const { state, paymentNo, payUntil } = card;
  return (
    <>
      <View id={`card-${card.cardNo}`} className="held" style={{ background: tierGradient(card.colour) }}>
        <View className="row row--between">
          <View className="row">
            <Icon name="leaf" tone={tierShine(card.colour) as `#${string}`} />
            <Text className="held__name" style={{ color: tierShine(card.colour) }}>
              {card.name}
            </Text>
          </View>
          <Text className="held__state">{text.states[state]}</Text>
        </View>
        <Text className="held__days number">
          {card.daysLeft === null ? card.tierName : text.daysLeft(card.daysLeft)}
        </Text>
        <View className="row row--between">
          <Text className="held__line">{lineOf(card)}</Text>
          {state === 'active' || state === 'upcoming' ? (
            <Button id={`refund-${card.cardNo}`} size="small" look="glass" onTap={() => setOpen(true)}>
              {text.refund}
            </Button>
          ) : null}
        </View>
        {paymentNo && payUntil ? (
          <View className="held__pay">
            <PayButton paymentNo={paymentNo} amountFen={card.priceFen} expiresAt={payUntil} stale={staleByCards} />
          </View>
        ) : null}
      </View>
      <RefundSheet card={card} open={open} onClose={() => setOpen(false)} />
    </>
  );
};
