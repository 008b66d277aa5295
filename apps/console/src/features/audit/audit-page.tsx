import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Descriptions, Drawer } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api/transport';
import type { Page as PageOf } from '../../shared/api/types/common';
import type { AuditRow } from '../../shared/api/types/operations';
import { showExact } from '../../shared/format/time';
import type { DataColumn } from '../../shared/table/columns';
import { DataTable } from '../../shared/table/data-table';
import { common } from '../../shared/text/common';
import { Page } from '../../shared/ui/page';
import { SearchBox } from '../../shared/ui/search-box';
import { useUrlState } from '../../shared/ui/use-url-state';
import { When } from '../../shared/ui/when';
import styles from './audit.module.css';
import { t } from './strings';

const detailsText = (row: AuditRow): string =>
  row.details
    ? Object.entries(row.details)
        .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
        .join('；')
    : '';

const columns: DataColumn<AuditRow>[] = [
  {
    key: 'at',
    title: t.at,
    lead: true,
    width: 150,
    value: (row) => row.at,
    exported: (row) => showExact(row.at),
    render: (row) => <When at={row.at} />,
  },
  { key: 'actor', title: t.actor, width: 140, value: (row) => row.actor },
  {
    key: 'action',
    title: t.action,
    width: 210,
    value: (row) => row.action,
    render: (row) => <code className={styles.action}>{row.action}</code>,
  },
  { key: 'subject', title: t.subject, width: 180, value: (row) => row.subject },
  {
    key: 'details',
    title: t.details,
    width: 360,
    value: detailsText,
    render: (row) => <span className={styles.details}>{detailsText(row) || '—'}</span>,
  },
  { key: 'ip', title: t.ip, width: 130, value: (row) => row.ip },
];

const defaults = { actor: '', action: '', page: '1', pageSize: '20' };
const listAudit = (filter: typeof defaults) => api.get<PageOf<AuditRow>>('/console/audit', filter);

function AuditDrawer({ row, onClose }: { row: AuditRow | null; onClose: () => void }) {
  return (
    <Drawer open={row !== null} size={520} title={t.drawer} onClose={onClose}>
      {row ? (
        <>
          <Descriptions
            column={1}
            size="small"
            items={[
              { key: 'at', label: t.at, children: showExact(row.at) },
              { key: 'actor', label: t.actor, children: row.actor },
              { key: 'action', label: t.action, children: row.action },
              { key: 'subject', label: t.subject, children: row.subject },
              { key: 'ip', label: t.ip, children: row.ip ?? '—' },
            ]}
          />
          <pre className={styles.json}>{row.details ? JSON.stringify(row.details, null, 2) : t.noDetails}</pre>
        </>
      ) : null}
    </Drawer>
  );
}

export function AuditPage() {
  const [state, patch, reset] = useUrlState(defaults);
  const [opened, open] = useState<AuditRow | null>(null);
  const query = useQuery({
    queryKey: ['audit', state],
    queryFn: () => listAudit(state),
    placeholderData: keepPreviousData,
  });
  const isFiltered = Boolean(state.actor || state.action);
  return (
    <Page title={t.title} lead={t.lead}>
      <DataTable<AuditRow>
        id="audit"
        columns={columns}
        rowKey={(row) => `${row.at}-${row.actor}-${row.action}-${row.subject}`}
        query={query}
        state={state}
        onState={patch}
        filters={
          <>
            <SearchBox
              value={state.actor}
              onSearch={(actor) => patch({ actor })}
              placeholder={t.actorSearch}
              width={180}
            />
            <SearchBox value={state.action} onSearch={(action) => patch({ action })} placeholder={t.actionSearch} />
            {isFiltered ? (
              <Button type="link" onClick={reset}>
                {common.reset}
              </Button>
            ) : null}
          </>
        }
        isFiltered={isFiltered}
        empty={{ title: t.emptyTitle, hint: t.emptyHint }}
        exportSource={{
          name: t.exportName,
          fetchPage: (page, pageSize) => listAudit({ ...state, page: String(page), pageSize: String(pageSize) }),
        }}
        onOpen={open}
      />
      <AuditDrawer row={opened} onClose={() => open(null)} />
    </Page>
  );
}
