import { useQuery } from '@tanstack/react-query';
import { Alert, Drawer } from 'antd';
import type { CodeBatch } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { Figure } from '../../shared/ui/figure';
import { QueryView } from '../../shared/ui/states';
import { batchKey, readBatch } from './api';
import { BatchPill } from './batch-columns';
import styles from './codes.module.css';
import { FaultTable } from './fault-table';
import { t } from './strings';

function Details({ batchId }: { batchId: string }) {
  const query = useQuery({ queryKey: batchKey(batchId), queryFn: () => readBatch(batchId) });
  return (
    <QueryView query={query}>
      {(batch) => (
        <>
          {batch.failure ? <Alert type="error" showIcon title={batch.failure} /> : null}
          <div className={styles.figures}>
            <Figure size="small" label={t.used} value={formatCount(batch.used)} />
            <Figure size="small" label={t.unused} value={formatCount(batch.unused)} />
            <Figure size="small" label={t.void} value={formatCount(batch.void)} />
          </div>
          {batch.report.length > 0 ? <h3 className={styles.heading}>{t.faults.title}</h3> : null}
          <FaultTable faults={batch.report} total={batch.skipped} />
        </>
      )}
    </QueryView>
  );
}

export function BatchDrawer({ batch, onClose }: { batch: CodeBatch | null; onClose: () => void }) {
  return (
    <Drawer
      open={batch !== null}
      size={560}
      title={batch?.name}
      extra={batch ? <BatchPill state={batch.state} /> : null}
      onClose={onClose}
    >
      {batch ? <Details batchId={batch.batchId} /> : null}
    </Drawer>
  );
}
