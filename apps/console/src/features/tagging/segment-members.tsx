import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useNavigate } from 'react-router-dom';
import type { MemberRow } from '../../shared/api/types';
import { formatCount, formatFen } from '../../shared/format/money';
import { common } from '../../shared/text/common';
import { FanMark } from '../../shared/ui/fan-mark';
import { Person } from '../../shared/ui/person';
import { QueryView } from '../../shared/ui/states';
import { When } from '../../shared/ui/when';
import { listSegment } from './api';
import { t } from './strings';
import styles from './tagging.module.css';

interface SegmentMembersProps {
  cell: { r: number; f: number; m: string };
  page: string;
  onPage: (page: string) => void;
}

export function SegmentMembers({ cell, page, onPage }: SegmentMembersProps) {
  const navigate = useNavigate();
  const query = useQuery({
    queryKey: ['segment', cell, page],
    queryFn: () => listSegment(cell, page),
    placeholderData: keepPreviousData,
  });
  return (
    <QueryView query={query}>
      {({ items, total }) => (
        <Table<MemberRow>
          size="middle"
          rowKey="memberId"
          className={styles.segment}
          dataSource={items}
          loading={query.isFetching && { delay: 200 }}
          onRow={(row) => ({ onClick: () => navigate(`/members/${row.memberId}`), className: styles.opens })}
          pagination={{
            current: Number(page),
            pageSize: 10,
            total,
            size: 'small',
            showSizeChanger: false,
            showTotal: (all) => common.total(formatCount(all)),
            onChange: (next) => onPage(String(next)),
          }}
          columns={[
            {
              title: t.member,
              onCell: () => ({ style: { paddingLeft: 20 } }),
              onHeaderCell: () => ({ style: { paddingLeft: 20 } }),
              render: (_, row) => <Person name={row.nickname} note={row.memberNo} size={28} />,
            },
            { title: t.spent, align: 'right', render: (_, row) => formatFen(row.spent12mFen) },
            { title: t.last, render: (_, row) => <When at={row.lastPurchaseAt} day /> },
            { title: t.tabs.fan, render: (_, row) => <FanMark value={row.fanTier} /> },
          ]}
        />
      )}
    </QueryView>
  );
}
