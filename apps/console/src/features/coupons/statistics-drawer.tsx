import { useQuery } from '@tanstack/react-query';
import { Drawer, Progress, Skeleton } from 'antd';
import type { CouponStatistics, CouponTemplate } from '../../shared/api/types';
import { formatCount, formatFen } from '../../shared/format/money';
import { Figure } from '../../shared/ui/figure';
import { QueryView } from '../../shared/ui/states';
import { couponStatistics, statisticsKey } from './api';
import { Breakdown } from './breakdown';
import styles from './coupons.module.css';
import { t } from './strings';
import { Ticket } from './ticket';

const s = t.stats;

export function StatisticsView({ statistics }: { statistics: CouponStatistics }) {
  const ratio = statistics.costFen > 0 ? (statistics.salesFen / statistics.costFen).toFixed(1) : null;
  return (
    <>
      <div className={styles.rate}>
        <Progress type="dashboard" size={112} percent={Math.round(statistics.useRatePercent * 10) / 10} />
        <span>{s.useRate}</span>
      </div>
      <div className={styles.stats}>
        <Figure size="small" label={s.claimed} value={formatCount(statistics.claimed)} />
        <Figure size="small" label={s.redeemed} value={formatCount(statistics.redeemed)} />
        <Figure size="small" label={s.expired} value={formatCount(statistics.expired)} />
        <Figure size="small" label={s.sales} value={formatFen(statistics.salesFen)} />
        <Figure size="small" label={s.cost} value={formatFen(statistics.costFen)} />
        <Figure size="small" label={s.ratio} value={ratio ? s.ratioText(ratio) : '—'} />
      </div>
    </>
  );
}

export function StatisticsPart({ templateId }: { templateId: string }) {
  const query = useQuery({ queryKey: statisticsKey(templateId), queryFn: () => couponStatistics(templateId) });
  return (
    <QueryView query={query} skeleton={<Skeleton active paragraph={{ rows: 4 }} />}>
      {(statistics) => <StatisticsView statistics={statistics} />}
    </QueryView>
  );
}

export function StatisticsDrawer({ template, onClose }: { template: CouponTemplate | null; onClose: () => void }) {
  return (
    <Drawer open={template !== null} size={640} title={t.statistics} onClose={onClose}>
      {template ? (
        <>
          <Ticket draft={template} />
          <StatisticsPart templateId={template.templateId} />
          <Breakdown templateId={template.templateId} />
        </>
      ) : null}
    </Drawer>
  );
}
