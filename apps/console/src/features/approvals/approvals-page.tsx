import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Popconfirm, Segmented, Tooltip } from 'antd';
import { useState } from 'react';
import type { AdjustmentRequest } from '../../shared/api/types';
import type { DataColumn } from '../../shared/table/columns';
import { DataTable } from '../../shared/table/data-table';
import { Page } from '../../shared/ui/page';
import { useAction } from '../../shared/ui/use-action';
import { useUrlState } from '../../shared/ui/use-url-state';
import { approvalsFilter, approvalsKey, listRequests, withdraw } from './api';
import { approvalColumns } from './approval-columns';
import styles from './approvals.module.css';
import { DecisionDialog } from './decision-dialog';
import { t } from './strings';

type Verdict = 'approved' | 'rejected';
const STATES = [
  ...Object.entries(t.states).map(([value, label]) => ({ value, label })),
  { value: 'all', label: t.allStates },
];

function RowActions({ row, onDecide }: { row: AdjustmentRequest; onDecide: (verdict: Verdict) => void }) {
  const back = useAction(() => withdraw(row.requestId), { said: t.done.withdrawn, refresh: [approvalsKey, ['today']] });
  if (row.state !== 'pending') return null;
  return (
    <span className={styles.actions}>
      {row.mayReject ? (
        <Tooltip title={row.mayApprove ? undefined : row.whyNotApprove}>
          <Button type="link" size="small" disabled={!row.mayApprove} onClick={() => onDecide('approved')}>
            {t.approve}
          </Button>
        </Tooltip>
      ) : null}
      {row.mayReject ? (
        <Button type="link" size="small" danger onClick={() => onDecide('rejected')}>
          {t.reject}
        </Button>
      ) : null}
      {row.mayWithdraw ? (
        <Popconfirm title={t.withdrawConfirm} okText={t.withdraw} onConfirm={() => back.mutate()}>
          <Button type="link" size="small" loading={back.isPending}>
            {t.withdraw}
          </Button>
        </Popconfirm>
      ) : null}
    </span>
  );
}

export function ApprovalsPage() {
  const [state, patch] = useUrlState(approvalsFilter);
  const [deciding, decide] = useState<{ request: AdjustmentRequest; verdict: Verdict } | null>(null);
  const query = useQuery({
    queryKey: [...approvalsKey, state],
    queryFn: () => listRequests(state),
    placeholderData: keepPreviousData,
  });
  const columns: DataColumn<AdjustmentRequest>[] = [
    ...approvalColumns,
    {
      key: 'actions',
      title: t.actions,
      actions: true,
      width: 130,
      align: 'right',
      value: () => null,
      render: (row) => <RowActions row={row} onDecide={(verdict) => decide({ request: row, verdict })} />,
    },
  ];
  return (
    <Page title={t.title} lead={t.lead}>
      <DataTable
        id="approvals"
        columns={columns}
        rowKey={(row) => row.requestId}
        query={query}
        state={state}
        onState={patch}
        filters={
          <>
            <Segmented options={STATES} value={state.state} onChange={(value) => patch({ state: value })} />
            <Checkbox
              checked={state.mine === 'yes'}
              onChange={({ target }) => patch({ mine: target.checked ? 'yes' : '' })}
            >
              {t.mine}
            </Checkbox>
          </>
        }
        isFiltered={state.state !== 'pending' || state.mine !== ''}
        empty={{ title: t.emptyTitle, hint: t.emptyHint }}
        exportSource={{
          name: t.exportName,
          fetchPage: (page, pageSize) => listRequests({ ...state, page: String(page), pageSize: String(pageSize) }),
        }}
      />
      {deciding ? <DecisionDialog {...deciding} onClose={() => decide(null)} /> : null}
    </Page>
  );
}
