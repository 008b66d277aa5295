import { useQuery } from '@tanstack/react-query';
import { Skeleton, Table } from 'antd';
import type { CouponBreakdown } from '../../shared/api/types';
import { formatCount, formatFen } from '../../shared/format/money';
import { shortStore } from '../../shared/text/names';
import { QueryView } from '../../shared/ui/states';
import { breakdownKey, couponBreakdown } from './api';
import styles from './coupons.module.css';
import { DaysChart } from './days-chart';
import { t } from './strings';

const b = t.breakdown;
const money = { sales: (fen: number) => formatFen(fen), cost: (fen: number) => formatFen(fen) };

const brought = [
  { title: b.used, dataIndex: 'used', align: 'right' as const, render: formatCount },
  { title: b.sales, dataIndex: 'salesFen', align: 'right' as const, render: money.sales },
  { title: b.cost, dataIndex: 'costFen', align: 'right' as const, render: money.cost },
];

function Channels({ channels }: Pick<CouponBreakdown, 'channels'>) {
  return (
    <Table
      size="small"
      pagination={false}
      rowKey="channel"
      dataSource={channels}
      columns={[
        {
          title: b.channel,
          dataIndex: 'channel',
          render: (channel: keyof typeof b.channelNames) => b.channelNames[channel],
        },
        { title: b.claimed, dataIndex: 'claimed', align: 'right', render: formatCount },
        ...brought.slice(0, 1),
        { title: b.rate, dataIndex: 'useRatePercent', align: 'right', render: (rate: number) => `${rate}%` },
        ...brought.slice(1),
      ]}
    />
  );
}

function Stores({ stores }: Pick<CouponBreakdown, 'stores'>) {
  return (
    <Table
      size="small"
      pagination={stores.length > 10 ? { pageSize: 10, size: 'small' } : false}
      rowKey="storeId"
      dataSource={stores}
      locale={{ emptyText: b.noneUsed }}
      columns={[
        {
          title: b.store,
          dataIndex: 'storeName',
          render: (name: string) => (name ? shortStore(name) : b.unknownStore),
        },
        ...brought,
      ]}
    />
  );
}

/** What a coupon brought, by day, by the way it came and by the store that took it. */
export function Breakdown({ templateId }: { templateId: string }) {
  const query = useQuery({ queryKey: breakdownKey(templateId), queryFn: () => couponBreakdown(templateId) });
  return (
    <QueryView query={query} skeleton={<Skeleton active paragraph={{ rows: 6 }} />}>
      {({ channels, stores, days }) =>
        channels.length === 0 ? (
          <p className={styles.hint}>{b.none}</p>
        ) : (
          <div className={styles.breakdown}>
            <h4>{b.days}</h4>
            <DaysChart days={days} />
            <h4>{b.channels}</h4>
            <Channels channels={channels} />
            <h4>{b.stores}</h4>
            <Stores stores={stores} />
            <p className={styles.hint}>{b.note}</p>
          </div>
        )
      }
    </QueryView>
  );
}
