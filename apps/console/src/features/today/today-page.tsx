import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { client } from '../../shared/api/client';
import type { Today } from '../../shared/api/types';
import { formatCount, formatFen } from '../../shared/format/money';
import { brandNow, weekdayOf } from '../../shared/format/time';
import { Figure } from '../../shared/ui/figure';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { EmptyState, QueryView } from '../../shared/ui/states';
import { MembersChart } from './members-chart';
import { SalesChart } from './sales-chart';
import { t } from './strings';
import styles from './today.module.css';
import { TodoList } from './todo-list';

function Figures({ data }: { data: Today }) {
  return (
    <div className={styles.figures}>
      <Panel>
        <Figure
          label={t.salesToday}
          value={formatFen(data.sales.todayFen)}
          note={t.yesterday(formatFen(data.sales.yesterdayFen))}
        />
      </Panel>
      <Panel>
        <Figure
          label={t.newMembers}
          value={formatCount(data.members.newToday)}
          note={t.membersTotal(formatCount(data.members.total))}
        />
      </Panel>
      <Panel>
        <Figure
          label={t.second}
          value={data.secondPurchaseSharePercent === null ? '—' : `${data.secondPurchaseSharePercent}%`}
          note={t.secondNote}
        />
      </Panel>
      <Panel>
        <Figure label={t.outstanding} value={formatCount(data.pointsOutstanding)} note={t.outstandingNote} />
      </Panel>
    </div>
  );
}

function TodayView({ data }: { data: Today }) {
  const hasSales = data.sales.series.some((day) => day.purchases > 0);
  const sold = data.sales.series.reduce((sum, day) => sum + day.amountFen, 0);
  const joined = data.members.series.reduce((sum, day) => sum + day.newMembers, 0);
  return (
    <>
      <Figures data={data} />
      <div className={styles.board}>
        <div className={styles.charts}>
          <Panel title={t.salesChart} extra={<span className={styles.sum}>{t.sumOf(formatFen(sold))}</span>}>
            {hasSales ? (
              <SalesChart series={data.sales.series} />
            ) : (
              <EmptyState title={t.noSales} hint={t.noSalesHint} />
            )}
          </Panel>
          <Panel
            title={t.membersChart}
            extra={<span className={styles.sum}>{t.sumOf(`${formatCount(joined)} ${t.people}`)}</span>}
          >
            <MembersChart series={data.members.series} />
          </Panel>
        </div>
        <TodoList items={data.todo} />
      </div>
    </>
  );
}

export function TodayPage() {
  const query = useQuery({
    queryKey: ['today'],
    queryFn: () => client.get('/api/console/today'),
    refetchInterval: 60_000,
  });
  const now = brandNow();
  return (
    <Page title={t.title} lead={t.lead(`${now.format('M月D日')} ${weekdayOf(now.format('YYYY-MM-DD'))}`)}>
      <QueryView
        query={query}
        skeleton={
          <div className={styles.figures}>
            {['a', 'b', 'c', 'd'].map((key) => (
              <Panel key={key}>
                <Skeleton active title={false} paragraph={{ rows: 3 }} />
              </Panel>
            ))}
          </div>
        }
      >
        {(data) => <TodayView data={data} />}
      </QueryView>
    </Page>
  );
}
