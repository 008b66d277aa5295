import { useQuery } from '@tanstack/react-query';
import type { PaymentDay } from '../../shared/api/types';
import { formatCount, formatFen } from '../../shared/format/money';
import { Figure } from '../../shared/ui/figure';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { QueryView } from '../../shared/ui/states';
import { daysKey, lastDays } from './api';
import { DayTable } from './day-table';
import { DifferenceTable } from './difference-table';
import styles from './payments.module.css';
import { t } from './strings';

const DAYS = 30;

const sum = (days: readonly PaymentDay[], of: (day: PaymentDay) => number): number =>
  days.reduce((total, day) => total + of(day), 0);

function Figures({ days }: { days: PaymentDay[] }) {
  const figures = [
    [t.paid30, formatFen(sum(days, (day) => day.paidFen))],
    [t.refunded30, formatFen(sum(days, (day) => day.refundedFen))],
    [t.fee30, formatFen(sum(days, (day) => day.feeFen ?? 0))],
    [t.open, formatCount(sum(days, (day) => day.openDifferences))],
  ] as const;
  return (
    <div className={styles.figures}>
      {figures.map(([label, value]) => (
        <Panel key={label}>
          <Figure label={label} value={value} />
        </Panel>
      ))}
    </div>
  );
}

/** WeChat's daily bills beside our books: what differs waits for a person. */
export function ReconciliationPage() {
  const query = useQuery({ queryKey: daysKey, queryFn: () => lastDays(DAYS) });
  return (
    <Page title={t.reconcile} lead={t.reconcileLead}>
      <QueryView query={query}>
        {({ items }) => (
          <>
            <Figures days={items} />
            <DifferenceTable />
            <DayTable days={items} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
