import {
  CrownOutlined,
  GiftOutlined,
  IdcardOutlined,
  MessageOutlined,
  RollbackOutlined,
  ShoppingOutlined,
  StarOutlined,
  TagOutlined,
  TrophyOutlined,
} from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Segmented, Skeleton, Timeline } from 'antd';
import { type ReactNode, useState } from 'react';
import type { TimelineItem, TimelineKind } from '../../shared/api/types';
import { formatFen, signedPoints } from '../../shared/format/money';
import { common } from '../../shared/text/common';
import { plainReason } from '../../shared/text/names';
import { Panel } from '../../shared/ui/panel';
import { EmptyState, ErrorState } from '../../shared/ui/states';
import { When } from '../../shared/ui/when';
import { memberKey, timeline } from './api';
import styles from './member.module.css';
import { t } from './strings';

const icons: Record<TimelineKind, ReactNode> = {
  purchase: <ShoppingOutlined />,
  refund: <RollbackOutlined />,
  points: <StarOutlined />,
  coupon: <GiftOutlined />,
  activity: <TrophyOutlined />,
  post: <MessageOutlined />,
  tag: <TagOutlined />,
  tier: <CrownOutlined />,
  profile: <IdcardOutlined />,
};

/** Kinds whose reference is a number that people can look up; others refer by internal ids. */
const NUMBERED: readonly TimelineKind[] = ['purchase', 'refund', 'points'];

function Entry({ item }: { item: TimelineItem }) {
  return (
    <div className={styles.entry}>
      <div className={styles.entryWords}>
        <b>{item.title}</b>
        {item.detail ? <div className={styles.soft}>{plainReason(item.detail)}</div> : null}
        <div className={styles.faint}>
          <When at={item.at} />
          {item.ref && NUMBERED.includes(item.kind) ? ` · ${item.ref}` : ''}
        </div>
      </div>
      <div className={styles.entryFigures}>
        {item.amountFen === null ? null : <div>{formatFen(item.amountFen)}</div>}
        {item.points === null ? null : (
          <div className={item.points < 0 ? styles.minus : styles.plus}>
            {signedPoints(item.points)} {common.points}
          </div>
        )}
      </div>
    </div>
  );
}

const KINDS = Object.entries(t.kinds).map(([value, label]) => ({ value, label }));

/** Everything that happened with one member, newest first. */
export function MemberTimeline({ memberId }: { memberId: string }) {
  const [kind, setKind] = useState<string>('all');
  const feed = useInfiniteQuery({
    queryKey: [...memberKey(memberId), 'timeline'],
    queryFn: ({ pageParam }) => timeline(memberId, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
  const all = feed.data?.pages.flatMap((page) => page.items) ?? [];
  const items = kind === 'all' ? all : all.filter((item) => item.kind === kind);
  return (
    <Panel title={t.timeline} className={styles.timeline}>
      <Segmented className={styles.kinds} options={KINDS} value={kind} onChange={setKind} />
      {feed.isError && !feed.data ? <ErrorState error={feed.error} onRetry={() => void feed.refetch()} /> : null}
      {feed.isPending ? <Skeleton active paragraph={{ rows: 8 }} /> : null}
      {feed.data && items.length === 0 && !feed.hasNextPage ? (
        <EmptyState title={t.timelineEmpty} hint={t.timelineEmptyHint} />
      ) : null}
      <Timeline
        items={items.map((item, index) => ({
          key: `${item.at}-${index}`,
          icon: (
            <span className={styles.icon} data-kind={item.kind}>
              {icons[item.kind]}
            </span>
          ),
          content: <Entry item={item} />,
        }))}
      />
      {feed.hasNextPage ? (
        <Button block loading={feed.isFetchingNextPage} onClick={() => void feed.fetchNextPage()}>
          {common.loadMore}
        </Button>
      ) : null}
    </Panel>
  );
}
