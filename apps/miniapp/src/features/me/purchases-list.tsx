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

const returnedOf = (line: MyPurchase['lines'][number]): string => {
  if (line.refundedFen === 0 && line.refundedQuantity === 0) return '';
  return line.refundedQuantity > 0
    ? text.lineReturned(line.refundedQuantity)
    : text.lineRefunded(money(line.refundedFen));
};

/** What came back, and why the points moved. */
const Refund = ({ refund }: { refund: MyPurchase['refunds'][number] }) => (
  <View className="purchase__refund">
    <View className="purchase__line">
      <Text className="grow">{`${text.refund} · ${momentText(refund.at)}`}</Text>
      <Text className="number">{text.minus(money(refund.paidBackFen))}</Text>
    </View>
    {refund.why.map((line) => (
      <Text key={line} className="purchase__why">
        {line}
      </Text>
    ))}
  </View>
);

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
          <Text className="grow">
            {[`${line.name} × ${line.quantity}`, returnedOf(line)].filter(Boolean).join(' · ')}
          </Text>
          <Text className="number">{money(line.amountFen)}</Text>
        </View>
      ))}
    </View>
    {purchase.why.map((line) => (
      <Text key={line} className="purchase__why">
        {line}
      </Text>
    ))}
    {purchase.refunds.map((refund) => (
      <Refund key={refund.at} refund={refund} />
    ))}
    <View className="purchase__foot">
      {purchase.points > 0 ? <Chip>{text.plusPoints(inPoints(purchase.points))}</Chip> : null}
      {purchase.discountFen > 0 ? (
        <Chip tone="accent">
          {[purchase.couponName, text.saved_(money(purchase.discountFen))].filter(Boolean).join(' ')}
        </Chip>
      ) : null}
      {purchase.refundState === 'none' ? null : (
        <Chip tone="danger">
          {purchase.refundState === 'full' ? text.refunded : text.refundedPartly(money(purchase.refundedFen))}
        </Chip>
      )}
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
