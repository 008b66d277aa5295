import { Text, View } from '@tarojs/components';
import { money, signedPoints } from '@/shared/format/amount';
import { clockText } from '@/shared/format/time';
import { serverNow } from '@/shared/http/server-clock';
import type { Receipt } from '@/shared/http/types';
import { back, go, routes } from '@/shared/nav/nav';
import { brand } from '@/shared/theme/theme';
import { Card } from '@/shared/ui/card';
import { Cell } from '@/shared/ui/cell';
import { Empty } from '@/shared/ui/empty';
import { QueryView } from '@/shared/ui/query-view';
import { usePurchasesOf } from './clerk.api';
import { QueueCard } from './queue-card';
import { text } from './strings';
import { useQueuePump } from './use-queue-pump';
import './clerk.scss';

/** The business day in the brand's zone, as YYYY-MM-DD. */
const businessDate = (): string => new Date(serverNow() + brand.utcOffsetMinutes * 60_000).toISOString().slice(0, 10);

const endOf = (receipt: Receipt): string => {
  if (receipt.undo?.state === 'done') return text.undoDone;
  if (receipt.refunded) return text.refunded;
  return receipt.refundState === 'partial'
    ? text.refundedPartly(money(receipt.refundedFen))
    : signedPoints(receipt.points);
};

const Row = ({ receipt }: { receipt: Receipt }) => (
  <Cell
    id={`purchase-${receipt.purchaseNo}`}
    title={money(receipt.paidFen)}
    note={[clockText(receipt.at), receipt.clerkName, receipt.lines.map((line) => line.name).join('、')]
      .filter(Boolean)
      .join(' · ')}
    value={endOf(receipt)}
    onTap={() => go(routes.clerkReceipt, { no: receipt.purchaseNo })}
  />
);

export const TodayList = ({ storeId }: { storeId: string }) => {
  useQueuePump();
  const purchases = usePurchasesOf(storeId, businessDate());
  return (
    <>
      <QueueCard />
      <QueryView query={purchases}>
        {({ items }) => {
          const paid = items.filter((receipt) => !receipt.refunded);
          return items.length ? (
            <>
              <Card className="receipt">
                <Text className="soft">{text.todayTotal(paid.length)}</Text>
                <View>
                  <Text className="number receipt__paid">
                    {money(paid.reduce((sum, receipt) => sum + receipt.paidFen - receipt.refundedFen, 0))}
                  </Text>
                </View>
              </Card>
              <Card className="card--list">
                {items.map((receipt) => (
                  <Row key={receipt.purchaseNo} receipt={receipt} />
                ))}
              </Card>
            </>
          ) : (
            <Empty picture="cup" title={text.noToday} note={text.noTodayNote} action={text.scan} onAction={back} />
          );
        }}
      </QueryView>
    </>
  );
};
