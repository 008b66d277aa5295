import { useQuery } from '@tanstack/react-query';
import { Progress } from 'antd';
import type { CouponBudgets, CouponBudgetsUsed, CouponTemplate } from '../../shared/api/types';
import { formatCount, formatFen } from '../../shared/format/money';
import { useStores } from '../../shared/lookups/lookups';
import { shortStore } from '../../shared/text/names';
import { Panel } from '../../shared/ui/panel';
import { QueryView } from '../../shared/ui/states';
import { budgetsKey, couponBudgets } from './api';
import styles from './coupons.module.css';
import { hasBudgets } from './draft';
import { t } from './strings';

const b = t.budgetsUsed;

interface Line {
  label: string;
  used: number;
  limit: number;
  show: (value: number) => string;
}

const pieces = (count: number): string => b.pieces(formatCount(count));

const linesOf = (budgets: CouponBudgets, used: CouponBudgetsUsed, nameOf: (storeId: string) => string): Line[] => {
  const { claimsPerDay, totalFen, dayFen, storeFen, usesPerStoreDay } = budgets;
  const line = (label: string, taken: number, limit: number | null, show: Line['show']): Line[] =>
    limit === null ? [] : [{ label, used: taken, limit, show }];
  return [
    ...line(b.claimsPerDay, used.claimedToday, claimsPerDay, pieces),
    ...line(b.totalFen, used.totalFen, totalFen, formatFen),
    ...line(b.dayFen, used.dayFen, dayFen, formatFen),
    ...used.stores.flatMap((store) => [
      ...line(`${nameOf(store.storeId)} · ${b.storeFen}`, store.usedFen, storeFen, formatFen),
      ...line(`${nameOf(store.storeId)} · ${b.usesPerStoreDay}`, store.usesToday, usesPerStoreDay, pieces),
    ]),
  ];
};

/** Each budget with what is used of it; nothing where there is none. */
export function BudgetsUsed({ template }: { template: CouponTemplate }) {
  const { templateId, budgets } = template;
  const query = useQuery({
    queryKey: budgetsKey(templateId),
    queryFn: () => couponBudgets(templateId),
    enabled: hasBudgets(template),
  });
  const stores = useStores();
  if (!hasBudgets(template)) return null;
  const nameOf = (storeId: string): string =>
    shortStore(stores.find(({ id }) => id === storeId)?.name ?? t.breakdown.unknownStore);
  return (
    <Panel title={b.title}>
      <QueryView query={query}>
        {(used) => (
          <>
            {linesOf(budgets, used, nameOf).map(({ label, used: taken, limit, show }) => (
              <div key={label} className={styles.budget}>
                <span>{label}</span>
                <b>{b.of(show(taken), show(limit))}</b>
                <Progress
                  percent={Math.round((taken * 100) / limit)}
                  showInfo={false}
                  size="small"
                  status={taken >= limit ? 'exception' : 'normal'}
                />
              </div>
            ))}
          </>
        )}
      </QueryView>
    </Panel>
  );
}
