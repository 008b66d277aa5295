import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Descriptions, Drawer } from 'antd';
import { useState } from 'react';
import type { AuditRow } from '../../shared/api/types';
import { showExact } from '../../shared/format/time';
import type { DataColumn } from '../../shared/table/columns';
import { DataTable } from '../../shared/table/data-table';
import { Page } from '../../shared/ui/page';
import { useUrlState } from '../../shared/ui/use-url-state';
import { When } from '../../shared/ui/when';
import { auditFilter, listAudit } from './api';
import styles from './audit.module.css';
import { AuditFilters } from './audit-filters';
import { actionName, t } from './strings';

const detailsText = (row: AuditRow): string =>
  Object.entries(row.details)
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join('；');

/** A name where there is one, else the kind of actor and its id. */
const actorText = (row: AuditRow): string => {
  if (row.actorName) return row.actorName;
  const [kind = '', id = ''] = row.actor.split(':');
  return kind === 'system' ? (t.actorKinds.system ?? kind) : `${t.actorKinds[kind] ?? kind} ${id}`.trim();
};

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
  { key: 'actor', title: t.actor, width: 120, value: actorText },
  { key: 'action', title: t.action, width: 170, value: (row) => actionName(row.action) },
  { key: 'subject', title: t.subject, width: 150, value: (row) => row.subject },
  {
    key: 'details',
    title: t.details,
    width: 360,
    value: detailsText,
    render: (row) => <span className={styles.details}>{detailsText(row) || '—'}</span>,
  },
  { key: 'ip', title: t.ip, width: 130, value: (row) => row.ip },
];

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
              { key: 'actor', label: t.actor, children: `${actorText(row)}（${row.actor}）` },
              { key: 'action', label: t.action, children: `${actionName(row.action)}（${row.action}）` },
              { key: 'subject', label: t.subject, children: row.subject },
              { key: 'ip', label: t.ip, children: row.ip ?? '—' },
            ]}
          />
          <pre className={styles.json}>
            {Object.keys(row.details).length > 0 ? JSON.stringify(row.details, null, 2) : t.noDetails}
          </pre>
        </>
      ) : null}
    </Drawer>
  );
}

export function AuditPage() {
  const [state, patch, reset] = useUrlState(auditFilter);
  const [opened, open] = useState<AuditRow | null>(null);
  const query = useQuery({
    queryKey: ['audit', state],
    queryFn: () => listAudit(state),
    placeholderData: keepPreviousData,
  });
  const isFiltered = Boolean(state.actor || state.action || state.subject);
  return (
    <Page title={t.title} lead={t.lead}>
      <DataTable<AuditRow>
        id="audit"
        columns={columns}
        rowKey={(row) => `${row.at}-${row.actor}-${row.action}-${row.subject}`}
        query={query}
        state={state}
        onState={patch}
        filters={<AuditFilters filter={state} isFiltered={isFiltered} onPatch={patch} onReset={reset} />}
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
