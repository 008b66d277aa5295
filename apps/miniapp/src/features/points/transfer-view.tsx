import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { points as inPoints, signedPoints } from '@/shared/format/amount';
import { momentText } from '@/shared/format/time';
import type { TransferResult } from '@/shared/http/types';
import { back } from '@/shared/nav/nav';
import { Button } from '@/shared/ui/button';
import { Card, Section } from '@/shared/ui/card';
import { Cell } from '@/shared/ui/cell';
import { Empty } from '@/shared/ui/empty';
import { FeedEnd } from '@/shared/ui/feed-end';
import { Icon } from '@/shared/ui/icon';
import { QueryView } from '@/shared/ui/query-view';
import { text } from './strings';
import { useTransfers, useTransferTerms } from './transfer.api';
import { TransferForm } from './transfer-form';
import './points.scss';

const Done = ({ given, onAgain }: { given: TransferResult; onAgain: () => void }) => (
  <Card id="gift-done" className="give__done">
    <View className="give__mark">
      <Icon name="check" tone="brand" />
    </View>
    <Text className="give__said">{text.transferDone(inPoints(given.points), given.name)}</Text>
    <Text className="soft">{text.transferBalance(inPoints(given.balanceAfter))}</Text>
    <View className="pair">
      <Button look="soft" size="small" onTap={onAgain}>
        {text.transferAgain}
      </Button>
      <Button look="soft" size="small" onTap={back}>
        {text.transferBack}
      </Button>
    </View>
  </Card>
);

const History = () => {
  const transfers = useTransfers();
  useReachBottom(() => {
    if (transfers.hasNextPage && !transfers.isFetchingNextPage) void transfers.fetchNextPage();
  });
  return (
    <Section title={text.transferHistory}>
      <QueryView query={transfers}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty picture="cup" title={text.transferNone} note={text.transferNoneNote} />;
          return (
            <>
              <Card className="card--list">
                {items.map(({ transferId, direction, name, points, at }) => (
                  <Cell
                    key={transferId}
                    title={direction === 'out' ? text.transferOut(name) : text.transferIn(name)}
                    note={momentText(at)}
                    value={
                      <Text className={`number entry__points entry__points--${direction === 'in' ? 'plus' : 'minus'}`}>
                        {signedPoints(direction === 'in' ? points : -points)}
                      </Text>
                    }
                  />
                ))}
              </Card>
              <FeedEnd query={transfers} />
            </>
          );
        }}
      </QueryView>
    </Section>
  );
};

/** Points as a gift: to whom, a masked name to confirm, how many, what came of it. */
export const TransferView = () => {
  const terms = useTransferTerms();
  const [given, setGiven] = useState<TransferResult | null>(null);
  return (
    <>
      <QueryView query={terms} skeleton="card">
        {(loaded) => {
          if (!loaded.enabled) return <Empty picture="cup" title={text.transferOff} note={text.transferOffNote} />;
          if (given) return <Done given={given} onAgain={() => setGiven(null)} />;
          return <TransferForm terms={loaded} onGiven={setGiven} />;
        }}
      </QueryView>
      <History />
    </>
  );
};
