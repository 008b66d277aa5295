import { FileTextOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import type { ApiKey, ApiKeyMade } from '../../shared/api/types';
import { showExact } from '../../shared/format/time';
import type { DataColumn } from '../../shared/table/columns';
import { DataTable } from '../../shared/table/data-table';
import { Page } from '../../shared/ui/page';
import { Pill } from '../../shared/ui/pill';
import { useAction } from '../../shared/ui/use-action';
import { useUrlState } from '../../shared/ui/use-url-state';
import { When } from '../../shared/ui/when';
import { keysKey, listKeys, revokeKey } from './api';
import { NewKey } from './new-key';
import { SecretDialog } from './secret-dialog';
import { t } from './strings';

function Revoke({ row }: { row: ApiKey }) {
  const action = useAction(() => revokeKey(row.id), { said: t.revokedDone, refresh: [keysKey] });
  if (row.revokedAt) return null;
  return (
    <Popconfirm title={t.revoke} description={t.revokeConfirm} onConfirm={() => action.mutate()}>
      <Button type="link" size="small" danger loading={action.isPending}>
        {t.revoke}
      </Button>
    </Popconfirm>
  );
}

const scopesOf = (row: ApiKey): string => row.scopes.map((scope) => t.scopeNames[scope] ?? scope).join('、');

const columns: DataColumn<ApiKey>[] = [
  { key: 'name', title: t.name, lead: true, width: 180, sortable: true, value: (row) => row.name },
  {
    key: 'prefix',
    title: t.prefix,
    width: 190,
    value: (row) => row.prefix,
    render: (row) => <code>{`flk_${row.prefix}_…`}</code>,
  },
  { key: 'scopes', title: t.scopes, width: 150, value: scopesOf },
  {
    key: 'state',
    title: t.state,
    width: 100,
    sortable: true,
    value: (row) => (row.revokedAt ? t.revoked : t.active),
    render: (row) => <Pill tone={row.revokedAt ? 'neutral' : 'good'}>{row.revokedAt ? t.revoked : t.active}</Pill>,
  },
  {
    key: 'lastUsedAt',
    title: t.lastUsed,
    width: 140,
    sortable: true,
    value: (row) => row.lastUsedAt,
    exported: (row) => (row.lastUsedAt ? showExact(row.lastUsedAt) : t.never),
    render: (row) => (row.lastUsedAt ? <When at={row.lastUsedAt} /> : t.never),
  },
  {
    key: 'createdAt',
    title: t.createdAt,
    width: 140,
    sortable: true,
    value: (row) => row.createdAt,
    exported: (row) => showExact(row.createdAt),
    render: (row) => <When at={row.createdAt} />,
  },
  { key: 'createdBy', title: t.createdBy, width: 120, hiddenAtFirst: true, value: (row) => row.createdBy },
  { key: 'actions', title: '', width: 90, actions: true, value: () => null, render: (row) => <Revoke row={row} /> },
];

const defaults = { sort: '' };

/** Keys by which other systems send events. */
export function IntegrationsPage() {
  const [state, patch] = useUrlState(defaults);
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<ApiKeyMade | null>(null);
  const query = useQuery({ queryKey: keysKey, queryFn: listKeys });
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <Space>
          <Button icon={<FileTextOutlined />} href="/docs" target="_blank">
            {t.docs}
          </Button>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t.add}
          </Button>
        </Space>
      }
    >
      <DataTable<ApiKey>
        id="api-keys"
        columns={columns}
        rowKey={(row) => row.id}
        query={query}
        state={state}
        onState={patch}
        empty={{ title: t.emptyTitle, hint: t.emptyHint }}
        exportSource={t.exportName}
      />
      {adding ? (
        <NewKey
          onClose={() => setAdding(false)}
          onMade={(key) => {
            setAdding(false);
            setMade(key);
          }}
        />
      ) : null}
      {made ? <SecretDialog made={made} onClose={() => setMade(null)} /> : null}
    </Page>
  );
}
