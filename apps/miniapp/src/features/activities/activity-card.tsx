import { Text, View } from '@tarojs/components';
import { spanText } from '@/shared/format/time';
import type { ActivityCard as Activity } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { Card } from '@/shared/ui/card';
import { Chip, type ChipTone } from '@/shared/ui/chip';
import { Icon } from '@/shared/ui/icon';
import { Cover } from '@/shared/ui/illustration';
import { text } from './strings';
import './activities.scss';

/** What matters most about it now: my own place, that it is over, or how many seats are left. */
const badge = (activity: Activity): { label: string; tone: ChipTone } => {
  const mine = text.states[activity.myState];
  if (mine) return { label: mine, tone: 'brand' };
  const status = text.statuses[activity.status];
  if (status) return { label: status, tone: 'quiet' };
  return activity.seatsLeft > 0
    ? { label: text.seatsLeft(activity.seatsLeft), tone: 'accent' }
    : { label: text.full(activity.waiting), tone: 'quiet' };
};

export const ActivityCard = ({ activity }: { activity: Activity }) => {
  const { label, tone } = badge(activity);
  return (
    <Card id={`activity-${activity.id}`} className="activity" onTap={() => go(routes.activity, { id: activity.id })}>
      <Cover url={activity.coverUrl} seed={activity.id + activity.title} />
      <View className="activity__body">
        <Text className="activity__title">{activity.title}</Text>
        <View className="activity__line">
          <Icon name="clock" tone="ink-faint" size="small" />
          <Text className="grow">{spanText(activity.startsAt, activity.endsAt)}</Text>
        </View>
        <View className="activity__line">
          <Icon name="pin" tone="ink-faint" size="small" />
          <Text className="grow">{activity.place}</Text>
          <Chip tone={tone}>{label}</Chip>
        </View>
      </View>
    </Card>
  );
};
