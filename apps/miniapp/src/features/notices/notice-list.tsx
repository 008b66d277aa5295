import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useEffect } from 'react';
import { agoText } from '@/shared/format/time';
import type { Notice } from '@/shared/http/types';
import { openLink } from '@/shared/nav/nav';
import { Card } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { FeedEnd } from '@/shared/ui/feed-end';
import { Icon } from '@/shared/ui/icon';
import { QueryView } from '@/shared/ui/query-view';
import { useNotices, useReadNotices } from './notices.api';
import { text } from './strings';
import './notices.scss';

const One = ({ notice }: { notice: Notice }) => {
  const { link } = notice;
  return (
    <Card className="notice" onTap={link ? () => openLink(link) : undefined}>
      <View className="notice__head">
        {notice.readAt === null ? <View className="dot" aria-label={text.unread} /> : null}
        <Text className="notice__title">{notice.title}</Text>
        <Text className="faint">{agoText(notice.at)}</Text>
      </View>
      <View className="notice__body">
        <Text className="notice__text">{notice.text}</Text>
        {link ? <Icon name="chevron" tone="ink-faint" size="small" /> : null}
      </View>
    </Card>
  );
};

/** What is on the screen has been seen: told once, for the newest. */
const useSeen = (newest: Notice | undefined): void => {
  const { mutate } = useReadNotices();
  const unread = newest?.readAt === null ? newest.id : null;
  useEffect(() => {
    if (unread) mutate(unread);
  }, [unread, mutate]);
};

export const NoticeList = () => {
  const notices = useNotices();
  useSeen(notices.data?.pages[0]?.items[0]);
  useReachBottom(() => {
    if (notices.hasNextPage && !notices.isFetchingNextPage) void notices.fetchNextPage();
  });
  return (
    <QueryView query={notices}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        return items.length ? (
          <>
            {items.map((notice) => (
              <One key={notice.id} notice={notice} />
            ))}
            <FeedEnd query={notices} />
          </>
        ) : (
          <Empty picture="cup" title={text.empty} note={text.emptyNote} />
        );
      }}
    </QueryView>
  );
};
