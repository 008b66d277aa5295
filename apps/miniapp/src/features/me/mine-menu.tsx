import { Text, View } from '@tarojs/components';
import { platform } from '@/platform';
import { dateText } from '@/shared/format/time';
import type { MemberMe } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { useSessionStore } from '@/shared/session/store';
import { Avatar } from '@/shared/ui/avatar';
import { Card } from '@/shared/ui/card';
import { Cell } from '@/shared/ui/cell';
import { Icon } from '@/shared/ui/icon';
import { text } from './strings';
import './me.scss';

export const Who = ({ me }: { me: MemberMe }) => (
  <Card className="who" onTap={() => go(routes.profile)}>
    <Avatar name={me.nickname} url={me.avatarUrl} size="large" />
    <View className="grow">
      <Text className="who__name">{me.nickname}</Text>
      <Text className="soft">{text.memberNo(me.memberNo)}</Text>
      <View>
        <Text className="faint">{[me.phoneMasked, text.since(dateText(me.joinedAt))].join(' · ')}</Text>
      </View>
    </View>
    <Icon name="chevron" tone="ink-faint" size="small" />
  </Card>
);

const Unread = ({ count }: { count: number }) => (
  <View className="unread" aria-label={text.unread(count)}>
    <Text className="number">{count > 99 ? '99+' : String(count)}</Text>
  </View>
);

export const MemberMenu = ({ unread }: { unread: number }) => (
  <>
    <Card className="card--list">
      <Cell
        id="to-notices"
        icon="bell"
        title={text.notices}
        value={unread > 0 ? <Unread count={unread} /> : undefined}
        onTap={() => go(routes.notices)}
      />
      <Cell id="to-points" icon="star" title={text.points} onTap={() => go(routes.points)} />
      <Cell id="to-mall" icon="gift" title={text.mall} onTap={() => go(routes.mall)} />
      <Cell id="to-my-rewards" icon="coupon" title={text.rewards} onTap={() => go(routes.rewards)} />
      <Cell id="to-membership" icon="coupon" title={text.membership} onTap={() => go(routes.membership)} />
      <Cell icon="leaf" title={text.tier} onTap={() => go(routes.tier)} />
      <Cell id="to-purchases" icon="receipt" title={text.purchases} onTap={() => go(routes.purchases)} />
      <Cell icon="calendar" title={text.activities} onTap={() => go(routes.activities)} />
      <Cell icon="community" title={text.fanStory} note={text.fanStoryNote} onTap={() => go(routes.fanStory)} />
    </Card>
    <Card className="card--list">
      <Cell id="to-privacy" icon="shield" title={text.privacy} onTap={() => go(routes.privacy)} />
    </Card>
  </>
);

/** For everyone: stores, and the way to the clerk's side, which only a bound identity can use. */
export const CommonMenu = () => {
  const staff = useSessionStore((session) => session.staff);
  const { switchPerson } = platform;
  return (
    <Card className="card--list">
      <Cell icon="store" title={text.stores} onTap={() => go(routes.stores)} />
      <Cell id="to-clerk" icon="scan" title={staff ? text.clerk : text.clerkBind} onTap={() => go(routes.clerk)} />
      {switchPerson ? <Cell icon="switch" title={text.switchPerson} onTap={switchPerson} /> : null}
    </Card>
  );
};
