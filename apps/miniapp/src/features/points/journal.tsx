import { Text } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { signedPoints } from '@/shared/format/amount';
import { momentText } from '@/shared/format/time';
import type { PointsEntry } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { Card, Section } from '@/shared/ui/card';
import { Cell } from '@/shared/ui/cell';
import { Empty } from '@/shared/ui/empty';
import { FeedEnd } from '@/shared/ui/feed-end';
import { QueryView } from '@/shared/ui/query-view';
import { usePointsEntries } from './points.api';
import { text } from './strings';
import { WhySheet } from './why-sheet';
import './points.scss';

const Entry = ({ entry, onTap }: { entry: PointsEntry; onTap: () => void }) => (
  <Cell
    title={entry.title}
    note={[momentText(entry.at), entry.storeName].filter(Boolean).join(' · ')}
    value={
      <Text className={`number entry__points entry__points--${entry.points > 0 ? 'plus' : 'minus'}`}>
        {signedPoints(entry.points)}
      </Text>
    }
    onTap={onTap}
  />
);

export const Journal = () => {
  const entries = usePointsEntries();
  const [asked, setAsked] = useState<PointsEntry | null>(null);
  useReachBottom(() => {
    if (entries.hasNextPage && !entries.isFetchingNextPage) void entries.fetchNextPage();
  });
  return (
    <Section title={text.journal}>
      <QueryView query={entries}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length ? (
            <>
              <Card className="card--list">
                {items.map((entry) => (
                  <Entry key={entry.entryId} entry={entry} onTap={() => setAsked(entry)} />
                ))}
              </Card>
              <FeedEnd query={entries} />
            </>
          ) : (
            <Empty
              picture="cup"
              title={text.noEntries}
              note={text.noEntriesNote}
              action={text.showCode}
              onAction={() => go(routes.code)}
            />
          );
        }}
      </QueryView>
      <WhySheet entry={asked} onClose={() => setAsked(null)} />
    </Section>
  );
};
