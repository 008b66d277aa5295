import { Image, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { platform } from '@/platform';
import { distance } from '@/shared/format/amount';
import { pictureUrl } from '@/shared/http/picture';
import type { Store } from '@/shared/http/types';
import { Card } from '@/shared/ui/card';
import { Icon } from '@/shared/ui/icon';
import { Illustration } from '@/shared/ui/illustration';
import { text } from './strings';
import './stores.scss';

const openMap = async ({ lat, lng, name, address }: Store): Promise<void> => {
  if (lat === null || lng === null) return;
  await platform.openMap({ lat, lng, name, address }).catch(() => undefined);
};

export const StoreCard = ({ store }: { store: Store }) => (
  <Card className="store">
    {store.photoUrl ? (
      <Image className="store__photo" src={pictureUrl(store.photoUrl)} mode="aspectFill" lazyLoad />
    ) : (
      <Illustration name="shop" className="store__photo" />
    )}
    <View className="grow">
      <Text className="store__name">{store.name}</Text>
      <Text className="store__line">{store.address}</Text>
      <Text className="store__line">
        {[text.hours(store.openHours), store.distanceMeters === null ? null : text.away(distance(store.distanceMeters))]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <View className="row store__actions">
        <View className="store__action" aria-label="导航" hoverClass="pressed" onClick={() => void openMap(store)}>
          <Icon name="pin" tone="brand" size="small" />
          <Text>导航</Text>
        </View>
        {store.phone ? (
          <View
            className="store__action"
            aria-label="电话"
            hoverClass="pressed"
            onClick={() => void Taro.makePhoneCall({ phoneNumber: store.phone ?? '' }).catch(() => undefined)}
          >
            <Icon name="phone" tone="brand" size="small" />
            <Text>电话</Text>
          </View>
        ) : null}
      </View>
    </View>
  </Card>
);
