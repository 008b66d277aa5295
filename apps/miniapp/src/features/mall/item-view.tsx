import { Text, View } from '@tarojs/components';
import { money, moneyShort, points } from '@/shared/format/amount';
import { momentText } from '@/shared/format/time';
import type { MallItemDetail } from '@/shared/http/types';
import { Card, Section } from '@/shared/ui/card';
import { Cell } from '@/shared/ui/cell';
import { Cover } from '@/shared/ui/illustration';
import { text } from './strings';
import './mall.scss';

const NAMED_STORES = 3;

export const placesText = (names: readonly string[] | null): string =>
  names === null ? text.everyStore : text.someStores(names.slice(0, NAMED_STORES).join('、'), names.length);

/** Goods and promises wait in a store, and can be given up before they are taken. */
export const waits = (kind: MallItemDetail['kind']): boolean => kind === 'goods' || kind === 'entitlement';

/** Whether it can be given up again, and what then comes back. */
export const endNote = ({ kind, priceFen }: Pick<MallItemDetail, 'kind' | 'priceFen'>): string => {
  if (!waits(kind)) return text.final;
  return priceFen ? text.canCancelPaid : text.canCancel;
};

/** 60 积分 + ¥9.90 */
export const costText = ({ pricePoints, priceFen }: Pick<MallItemDetail, 'pricePoints' | 'priceFen'>): string =>
  priceFen ? text.both(points(pricePoints), money(priceFen)) : text.price(points(pricePoints));

const Conditions = ({ item }: { item: MallItemDetail }) => (
  <Card className="card--list">
    <Cell icon="queue" title={text.stock} value={text.stockText(points(item.stockLeft))} />
    {item.perMemberLimit ? (
      <Cell icon="people" title={text.limit} value={text.limitText(item.perMemberLimit, item.held)} />
    ) : null}
    {item.minTierName ? <Cell icon="star" title={text.tier} value={text.tierText(item.minTierName)} /> : null}
    {item.availableFrom && item.why?.code === 'ItemNotStarted' ? (
      <Cell icon="clock" title={text.from} value={momentText(item.availableFrom)} />
    ) : null}
    {item.availableUntil ? <Cell icon="clock" title={text.until} value={momentText(item.availableUntil)} /> : null}
  </Card>
);

export const ItemView = ({ item }: { item: MallItemDetail }) => (
  <>
    <Cover url={item.pictureUrl} seed={item.title} className="mall-cover" />
    <Text className="mall-title">{item.title}</Text>
    {item.summary ? <Text className="prose">{item.summary}</Text> : null}
    <View className="mall-price">
      <Text className="mall-price__points number">{points(item.pricePoints)}</Text>
      <Text className="mall-price__unit">{text.unit}</Text>
      {item.priceFen ? <Text className="mall-price__plus number">{text.plus(money(item.priceFen))}</Text> : null}
      {item.worthFen ? <Text className="mall-price__worth">{text.worth(moneyShort(item.worthFen))}</Text> : null}
    </View>
    <Section title={text.how}>
      <Card className="card--list">
        <Cell icon="gift" title={text.gets[item.kind]} note={endNote(item)} />
        {waits(item.kind) ? (
          <Cell
            icon="store"
            title={placesText(item.storeNames)}
            note={(item.priceFen ? text.keepPaid : text.keep)(item.pickUpDays ?? 0)}
          />
        ) : null}
      </Card>
      <Conditions item={item} />
    </Section>
    {item.terms ? (
      <Section title={text.terms}>
        <Card>
          <Text className="prose">{item.terms}</Text>
        </Card>
      </Section>
    ) : null}
  </>
);
