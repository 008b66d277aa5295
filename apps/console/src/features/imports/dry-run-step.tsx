import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm, Skeleton } from 'antd';
import type { ImportView } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { Figure } from '../../shared/ui/figure';
import { Panel } from '../../shared/ui/panel';
import { QueryView } from '../../shared/ui/states';
import { useAction } from '../../shared/ui/use-action';
import { dryRun, importKey, importsKey, runImport } from './api';
import { ErrorTable } from './error-table';
import styles from './imports.module.css';
import { t } from './strings';

/** Nothing is written here: what would happen, row by row. */
export function DryRunStep({ view, onRemap }: { view: ImportView; onRemap: () => void }) {
  const query = useQuery({
    queryKey: ['import-dry-run', view.importId],
    queryFn: () => dryRun(view.importId),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const run = useAction(() => runImport(view.importId), { refresh: [importKey(view.importId), importsKey] });
  return (
    <Panel
      title={t.dryTitle}
      extra={
        <span className={styles.buttons}>
          <Button onClick={onRemap}>{t.remap}</Button>
          <Button loading={query.isFetching} onClick={() => void query.refetch()}>
            {t.dryAgain}
          </Button>
        </span>
      }
    >
      <p className={styles.lead}>{t.dryLead}</p>
      <QueryView query={query} skeleton={<Skeleton active paragraph={{ rows: 4 }} />}>
        {(report) => (
          <>
            <div className={styles.figures}>
              <Figure label={t.rows} value={formatCount(report.rows)} />
              <Figure label={t.wouldWrite} value={formatCount(report.written)} />
              <Figure label={t.duplicates} value={formatCount(report.duplicates)} />
              <Figure label={t.skipped} value={formatCount(report.skipped)} />
              <Figure label={t.points} value={formatCount(report.points)} />
            </div>
            <ErrorTable errors={report.errors} />
            <Popconfirm title={t.runConfirm(formatCount(report.written))} onConfirm={() => run.mutate()}>
              <Button type="primary" loading={run.isPending} disabled={report.written === 0}>
                {t.run}
              </Button>
            </Popconfirm>
          </>
        )}
      </QueryView>
    </Panel>
  );
}
