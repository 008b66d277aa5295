import { Text } from '@tarojs/components';
import { useState } from 'react';
import { spanText } from '@/shared/format/time';
import type { ActivityCard, CheckInAnswer } from '@/shared/http/types';
import { Card, Section } from '@/shared/ui/card';
import { Cell } from '@/shared/ui/cell';
import { Empty } from '@/shared/ui/empty';
import { QueryView } from '@/shared/ui/query-view';
import { sayDone, sayError } from '@/shared/ui/toast';
import { useCheckIn, useStoreActivities } from './clerk.api';
import { CodeInput } from './code-input';
import { text } from './strings';
import './clerk.scss';

/** “王小姐 已签到，已送券：新茶 8 折”. */
const lineOf = (nickname: string, coupon: CheckInAnswer['coupon']): string => {
  const said =
    coupon && (coupon.problem ? text.couponNotGiven(coupon.name, coupon.problem) : text.couponGiven(coupon.name));
  return [text.checkedIn(nickname), ...(said ? [said] : [])].join('，');
};

const Guests = ({ activity }: { activity: ActivityCard }) => {
  const [arrived, setArrived] = useState<string[]>([]);
  const checkIn = useCheckIn(activity.id);
  const take = (code: string) =>
    checkIn.mutate(code, {
      onSuccess: ({ nickname, coupon }) => {
        setArrived((before) => [lineOf(nickname, coupon), ...before]);
        sayDone(text.checkedIn(nickname));
      },
      onError: sayError,
    });
  return (
    <Card>
      <CodeInput scanLabel={text.scanGuest} placeholder={text.typeGuest} busy={checkIn.isPending} onCode={take} />
      {arrived.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows at its head, names repeat
        <Text key={arrived.length - index} className="prose">
          {line}
        </Text>
      ))}
    </Card>
  );
};

export const CheckInPanel = ({ storeId }: { storeId: string }) => {
  const activities = useStoreActivities(storeId);
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <QueryView query={activities}>
      {({ items }) => {
        if (!items.length) return <Empty picture="calendar" title={text.noActivities} note={text.noActivitiesNote} />;
        const activity = items.find((one) => one.id === chosen) ?? items[0];
        return (
          <>
            <Section title={text.chooseActivity}>
              <Card className="card--list">
                {items.map((one) => (
                  <Cell
                    key={one.id}
                    title={one.title}
                    note={spanText(one.startsAt, one.endsAt)}
                    chosen={one.id === activity?.id}
                    onTap={() => setChosen(one.id)}
                  />
                ))}
              </Card>
            </Section>
            {activity ? <Guests key={activity.id} activity={activity} /> : null}
          </>
        );
      }}
    </QueryView>
  );
};
