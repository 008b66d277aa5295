import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { points as inPoints, money } from '@/shared/format/amount';
import { momentText } from '@/shared/format/time';
import type { MyPurchase } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { Card } from '@/shared/ui/card';
import { Chip } from '@/shared/ui/chip';
import { Empty } from '@/shared/ui/empty';
import { FeedEnd } from '@/shared/ui/feed-end';
import { QueryView } from '@/shared/ui/query-view';
import { usePurchases } from './me.api';
import { text } from './strings';
import './me.scss';

const Purchase = ({ purchase }: { purchase: MyPurchase }) => (
  <Card>
    <View className="row row--between">
      <View className="grow">
        <Text>{purchase.storeName}</Text>
        <View className="faint">{momentText(purchase.at)}</View>
      </View>
      <Text className="number purchase__total">{money(purchase.amountFen)}</Text>
    </View>
    <View className="purchase__lines">
      {purchase.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a stored purchase never move
        <View key={index} className="purchase__line">
          <Text className="grow">{`${line.name} × ${line.quantity}`}</Text>
          <Text className="number">{money(line.amountFen)}</Text>
        </View>
      ))}
    </View>
    {purchase.why.map((line) => (
      <Text key={line} className="purchase__why">
        {line}
      </Text>
    ))}
    <View className="purchase__foot">
      {purchase.points > 0 ? <Chip>{text.plusPoints(inPoints(purchase.points))}</Chip> : null}
      {purchase.discountFen > 0 ? (
        <Chip tone="accent">
          {[purchase.couponName, text.saved_(money(purchase.discountFen))].filter(Boolean).join(' ')}
        </Chip>
      ) : null}
      {purchase.refundedFen > 0 ? <Chip tone="danger">{text.refunded}</Chip> : null}
    </View>
  </Card>
);

export const PurchasesList = () => {
  const purchases = usePurchases();
  useReachBottom(() => {
    if (purchases.hasNextPage && !purchases.isFetchingNextPage) void purchases.fetchNextPage();
  });
  return (
    <QueryView query={purchases}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        return items.length ? (
          <>
            {items.map((purchase) => (
              <Purchase key={purchase.purchaseNo} purchase={purchase} />
            ))}
            <FeedEnd query={purchases} />
          </>
        ) : (
          <Empty
            picture="cup"
            title={text.noPurchases}
            note={text.noPurchasesNote}
            action={text.showCode}
            onAction={() => go(routes.code)}
          />
        );
      }}
    </QueryView>
  );
};
