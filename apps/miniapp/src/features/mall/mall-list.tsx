import { Text, View } from '@tarojs/components';
import { moneyShort, points } from '@/shared/format/amount';
import type { MallItem } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Chip } from '@/shared/ui/chip';
import { Empty } from '@/shared/ui/empty';
import { Cover } from '@/shared/ui/illustration';
import { QueryView } from '@/shared/ui/query-view';
import { useMall } from './mall.api';
import { text } from './strings';
import './mall.scss';

const FEW = 10;

/** What keeps the reader from it, or what makes him hurry. */
const Note = ({ item }: { item: MallItem }) => {
  if (item.why) return <Chip tone="quiet">{item.why.text}</Chip>;
  return item.stockLeft <= FEW ? (
    <Chip tone="accent">{text.left(item.stockLeft)}</Chip>
  ) : (
    <Chip>{text.kinds[item.kind]}</Chip>
  );
};

const Item = ({ item }: { item: MallItem }) => {
  const gone = item.why !== null && item.stockLeft === 0;
  return (
    <View
      id={`item-${item.id}`}
      className={`mall-item ${gone ? 'mall-item--gone' : ''}`}
      hoverClass="pressed"
      onClick={() => go(routes.mallItem, { id: item.id })}
    >
      <Cover url={item.pictureUrl} seed={item.title} className="mall-item__picture" />
      <View className="mall-item__body">
        <Text className="mall-item__title">{item.title}</Text>
        <View className="mall-item__price">
          <Text className="mall-item__points number">{points(item.pricePoints)}</Text>
          <Text className="mall-item__unit">{text.unit}</Text>
          {item.priceFen ? (
            <Text className="mall-item__plus number">{text.plus(moneyShort(item.priceFen))}</Text>
          ) : null}
          {item.worthFen && !item.priceFen ? (
            <Text className="mall-item__worth">{moneyShort(item.worthFen)}</Text>
          ) : null}
        </View>
        <Note item={item} />
      </View>
    </View>
  );
};

const Purse = ({ available }: { available: number | null }) => (
  <Card className="purse">
    <View className="grow">
      {available === null ? (
        <Text className="soft">{text.visitorNote}</Text>
      ) : (
        <>
          <Text className="soft">{text.available}</Text>
          <Text id="mall-points" className="purse__number number">
            {points(available)}
          </Text>
        </>
      )}
    </View>
    {available === null ? (
      <Button size="small" onTap={() => go(routes.join)}>
        {text.join}
      </Button>
    ) : (
      <Button id="to-rewards" size="small" look="soft" onTap={() => go(routes.rewards)}>
        {text.mine}
      </Button>
    )}
  </Card>
);

export const MallList = () => {
  const mall = useMall();
  return (
    <QueryView query={mall} skeleton="hero">
      {({ available, items }) => (
        <>
          <Purse available={available} />
          {items.length ? (
            <View className="mall">
              {items.map((item) => (
                <Item key={item.id} item={item} />
              ))}
            </View>
          ) : (
            <Empty
              picture="shop"
              title={text.empty}
              note={text.emptyNote}
              action={text.emptyAction}
              onAction={() => go(routes.points)}
            />
          )}
        </>
      )}
    </QueryView>
  );
};
