import { Text, View } from '@tarojs/components';
import { points as inPoints } from '@/shared/format/amount';
import type { CheckIns } from '@/shared/http/types';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Icon } from '@/shared/ui/icon';
import { sayDone, sayError } from '@/shared/ui/toast';
import { useCheckIn, useCheckIns } from './check-in.api';
import { text } from './strings';
import './daily.scss';

const promise = ({ checkedIn, points, coupons }: CheckIns): string => {
  if (checkedIn) return points > 0 ? text.gave(inPoints(points)) : text.comeAgain;
  if (points > 0 && coupons > 0) return text.givesBoth(inPoints(points), coupons);
  if (coupons > 0) return text.givesCoupons(coupons);
  return points > 0 ? text.gives(inPoints(points)) : text.earns;
};

const weekday = (day: string): string => text.weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';

const Week = ({ state }: { state: CheckIns }) => (
  <View className="daily__week">
    {state.week.map(({ day, checkedIn }) => {
      const today = day === state.day;
      return (
        <View key={day} className={`daily__day ${today ? 'daily__day--today' : ''}`}>
          <View className={`daily__dot ${checkedIn ? 'daily__dot--on' : ''}`}>
            {checkedIn ? <Icon name="check" tone="on-brand" size="small" /> : null}
          </View>
          <Text className="daily__name">{today ? text.today : weekday(day)}</Text>
        </View>
      );
    })}
  </View>
);

const Offer = ({ state }: { state: CheckIns }) => {
  const checkIn = useCheckIn();
  const tap = () =>
    checkIn.mutate(undefined, {
      onSuccess: ({ points }) => sayDone(text.done(inPoints(points))),
      onError: sayError,
    });
  return (
    <Card id="check-in" className="daily">
      <View className="row row--between">
        <View className="grow">
          <View className="daily__head">
            <Text className="daily__title">{text.title}</Text>
            {state.streak > 0 ? <Text className="daily__streak">{text.streak(state.streak)}</Text> : null}
          </View>
          <Text className="soft">{promise(state)}</Text>
        </View>
        {state.checkedIn ? (
          <Text id="checked-in" className="daily__done">
            {text.checked}
          </Text>
        ) : (
          <Button id="check-in-now" size="small" busy={checkIn.isPending} onTap={tap}>
            {text.checkIn}
          </Button>
        )}
      </View>
      <Week state={state} />
      {state.waysToEarn.slice(0, 3).map((way) => (
        <Text key={way} className="daily__way">
          {way}
        </Text>
      ))}
    </Card>
  );
};

/** Today's check-in; nothing at all where no rule rewards one. */
export const CheckInCard = () => {
  const { data } = useCheckIns();
  return data?.offered ? <Offer state={data} /> : null;
};
