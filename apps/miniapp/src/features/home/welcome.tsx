import { Text, View } from '@tarojs/components';
import { greeting } from '@/shared/format/time';
import { go, routes } from '@/shared/nav/nav';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Icon } from '@/shared/ui/icon';
import type { IconName } from '@/shared/ui/icons';
import { Illustration } from '@/shared/ui/illustration';
import { text } from './strings';
import './home.scss';

export const Hello = ({ name }: { name: string | null }) => (
  <Text className="hello">{name ? text.hello(greeting(), name) : text.helloVisitor(greeting())}</Text>
);

/** What a visitor sees first: why to join, and the one way to do it. */
export const Welcome = () => (
  <Card className="welcome">
    <Illustration name="welcome" />
    <Text className="welcome__title">{text.joinTitle}</Text>
    <Text className="welcome__note">{text.joinNote}</Text>
    <Button id="go-join" onTap={() => go(routes.join)}>
      {text.join}
    </Button>
    <Text className="faint">{text.joinHow}</Text>
  </Card>
);

const Quick = ({ icon, label, note, route }: { icon: IconName; label: string; note?: string; route: string }) => (
  <View className="quick__item" hoverClass="pressed" onClick={() => go(route)}>
    <Icon name={icon} tone="brand" />
    <Text>{label}</Text>
    {note ? <Text className="quick__note">{note}</Text> : null}
  </View>
);

export const QuickLinks = ({ usableCoupons }: { usableCoupons: number }) => (
  <Card className="quick">
    <Quick
      icon="coupon"
      label={text.quickCoupons}
      note={usableCoupons ? text.coupons(usableCoupons) : undefined}
      route={routes.coupons}
    />
    <Quick icon="star" label={text.quickPoints} route={routes.points} />
    <Quick icon="calendar" label={text.quickActivities} route={routes.activities} />
    <Quick icon="store" label={text.quickStores} route={routes.stores} />
  </Card>
);
