import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import type { CodeBatch } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { DataTable } from '../../shared/table/data-table';
import { Allowed } from '../../shared/ui/allowed';
import { Page } from '../../shared/ui/page';
import { useUrlState } from '../../shared/ui/use-url-state';
import { batchesKey, listBatches, templateOf } from './api';
import { batchColumns, isUnderWay } from './batch-columns';
import { BatchDrawer } from './batch-drawer';
import { CodeSearch } from './code-search';
import { ImportDrawer } from './import-drawer';
import { OrderDrawer } from './order-drawer';
import { t } from './strings';

const defaults = { sort: '' };

/** The unique codes of one coupon. */
export function CodesPage() {
  const { templateId = '' } = useParams();
  const [state, patch] = useUrlState(defaults);
  const [open, show] = useState<'order' | 'import' | CodeBatch | null>(null);
  const coupon = useQuery({ queryKey: ['coupons', templateId], queryFn: () => templateOf(templateId) });
  const query = useQuery({
    queryKey: batchesKey(templateId),
    queryFn: () => listBatches(templateId),
    refetchInterval: ({ state: now }) => (now.data?.items.some(isUnderWay) ? 1500 : false),
  });
  const unused = (query.data?.items ?? []).reduce((sum, batch) => sum + batch.unused, 0);
  const left = coupon.data?.stockLeft;
  const close = () => show(null);
  return (
    <Page
      title={t.title(coupon.data?.name ?? '')}
      lead={t.lead}
      back={t.back(templateId)}
      actions={
        <Allowed to="coupons.write">
          <Button icon={<ImportOutlined />} onClick={() => show('import')}>
            {t.import}
          </Button>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => show('order')}>
            {t.generate}
          </Button>
        </Allowed>
      }
    >
      {left !== undefined && unused > left ? (
        <Alert type="warning" showIcon title={t.shortOfStock(formatCount(left), formatCount(unused))} />
      ) : null}
      <DataTable
        id="code-batches"
        columns={batchColumns(show)}
        rowKey={(row) => row.batchId}
        query={query}
        state={state}
        onState={patch}
        filters={<CodeSearch templateId={templateId} />}
        empty={{ title: t.emptyTitle, hint: t.emptyHint }}
        exportSource={t.exportName}
        onOpen={show}
      />
      <OrderDrawer templateId={templateId} isOpen={open === 'order'} onClose={close} />
      <ImportDrawer templateId={templateId} isOpen={open === 'import'} onClose={close} />
      <BatchDrawer batch={typeof open === 'object' ? open : null} onClose={close} />
    </Page>
  );
}
