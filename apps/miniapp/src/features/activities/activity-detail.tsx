import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { momentText, spanText } from '@/shared/format/time';
import type { ActivityDetail as Detail } from '@/shared/http/types';
import { Avatar } from '@/shared/ui/avatar';
import { Card, Section } from '@/shared/ui/card';
import { Cell } from '@/shared/ui/cell';
import { Cover } from '@/shared/ui/illustration';
import { Progress } from '@/shared/ui/progress';
import { Qr } from '@/shared/ui/qr';
import { text } from './strings';
import './activities.scss';

const Seats = ({ activity }: { activity: Detail }) => {
  const taken = activity.seatsTotal - activity.seatsLeft;
  return (
    <Card>
      <View className="seats">
        <Text>{activity.seatsLeft > 0 ? text.seatsLeft(activity.seatsLeft) : text.full(activity.waiting)}</Text>
        <Text className="faint">{text.joinedSoFar(taken)}</Text>
      </View>
      <Progress percent={(taken / Math.max(1, activity.seatsTotal)) * 100} label={text.joinedSoFar(taken)} />
    </Card>
  );
};

/** The code turns like the member code: when its step ends, the page asks for the next. */
const CheckIn = ({ activity, onTurn }: { activity: Detail; onTurn: () => void }) => {
  const validUntil = activity.checkInCode?.validUntil;
  useEffect(() => {
    if (!validUntil) return undefined;
    const left = new Date(validUntil).getTime() - Date.now();
    const timer = setTimeout(onTurn, Math.max(1000, Math.min(left, 60_000)));
    return () => clearTimeout(timer);
  }, [validUntil, onTurn]);
  if (!activity.checkInCode) return null;
  return (
    <Section title={text.checkIn}>
      <Card className="check-in">
        <Qr content={activity.checkInCode.code} />
        <Text id="check-in-code" className="number soft">
          {activity.checkInCode.code}
        </Text>
        <View>
          <Text className="faint">
            {[text.checkInHint, activity.myEntryNo ? text.entryNo(activity.myEntryNo) : ''].filter(Boolean).join(' · ')}
          </Text>
        </View>
      </Card>
    </Section>
  );
};

const People = ({ people }: { people: Detail['attendees'] }) => (
  <Section title={text.people}>
    <Card className="faces">
      {people.map((person, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nicknames repeat, the order is the server's
        <View key={index} className="face">
          <Avatar name={person.nickname} url={person.avatarUrl} />
          <Text>{person.nickname}</Text>
        </View>
      ))}
    </Card>
  </Section>
);

export const ActivityView = ({ activity, onTurn }: { activity: Detail; onTurn: () => void }) => (
  <>
    <Cover url={activity.coverUrl} seed={activity.id + activity.title} className="activity-cover" />
    <Text className="activity-title">{activity.title}</Text>
    <Text className="prose">{activity.summary}</Text>
    <CheckIn activity={activity} onTurn={onTurn} />
    <View className="activity-facts">
      <Seats activity={activity} />
      <Card className="card--list">
        <Cell icon="clock" title={spanText(activity.startsAt, activity.endsAt)} note={text.when} />
        <Cell icon="pin" title={activity.place} note={activity.storeName ?? text.where} />
        <Cell icon="bell" title={momentText(activity.signUpUntil)} note={text.until} />
        {activity.couponName ? <Cell icon="coupon" title={activity.couponName} note={text.coupon} /> : null}
      </Card>
    </View>
    <Section title={text.about}>
      <Card>
        <Text className="prose">{activity.body}</Text>
      </Card>
    </Section>
    {activity.attendees.length ? <People people={activity.attendees} /> : null}
  </>
);
