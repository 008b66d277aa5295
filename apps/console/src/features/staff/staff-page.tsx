import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { StaffRow } from '../../shared/api/types';
import { DataTable } from '../../shared/table/data-table';
import { roleNames } from '../../shared/text/common';
import { Allowed } from '../../shared/ui/allowed';
import { Page } from '../../shared/ui/page';
import { StoreFilter } from '../../shared/ui/pickers';
import { SearchBox } from '../../shared/ui/search-box';
import { useUrlState } from '../../shared/ui/use-url-state';
import { listStaff, staffKey } from './api';
import { InvitationDialog } from './invitation-dialog';
import { PasswordDialog } from './password-dialog';
import { staffColumns } from './staff-columns';
import { StaffDialog } from './staff-dialog';
import { t } from './strings';

type Dialog =
  | { kind: 'edit'; staff: StaffRow | null }
  | { kind: 'invite'; staff: StaffRow }
  | { kind: 'password'; name: string; password: string };

const defaults = { q: '', role: '', store: '', sort: '' };

export function StaffPage() {
  const [state, patch] = useUrlState(defaults);
  const [dialog, show] = useState<Dialog | null>(null);
  const query = useQuery({ queryKey: staffKey, queryFn: listStaff });
  const matches = (row: StaffRow) =>
    (row.name.includes(state.q) || (row.login ?? '').includes(state.q)) &&
    (!state.role || row.role === state.role) &&
    (!state.store || row.stores.some((store) => store.id === state.store));
  const items = query.data?.items.filter(matches);
  const columns = staffColumns({
    onEdit: (staff) => show({ kind: 'edit', staff }),
    onInvite: (staff) => show({ kind: 'invite', staff }),
    onPassword: (staff, password) => show({ kind: 'password', name: staff.name, password }),
  });
  const close = () => show(null);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <Allowed to="staff.write">
          <Button type="primary" icon={<PlusOutlined />} onClick={() => show({ kind: 'edit', staff: null })}>
            {t.create}
          </Button>
        </Allowed>
      }
    >
      <DataTable<StaffRow>
        id="staff"
        columns={columns}
        rowKey={(row) => row.staffId}
        query={{ ...query, data: items ? { items } : undefined }}
        state={state}
        onState={patch}
        filters={
          <>
            <SearchBox value={state.q} onSearch={(q) => patch({ q })} placeholder={t.search} width={200} />
            <Select
              allowClear
              placeholder={t.role}
              style={{ width: 130 }}
              value={state.role || undefined}
              onChange={(role?: string) => patch({ role: role ?? '' })}
              options={Object.entries(roleNames).map(([value, label]) => ({ value, label }))}
            />
            <StoreFilter value={state.store} onChange={(store) => patch({ store })} />
          </>
        }
        isFiltered={Boolean(state.q || state.role || state.store)}
        empty={{ title: t.emptyTitle, hint: t.emptyHint }}
        exportSource={t.exportName}
      />
      {dialog?.kind === 'edit' ? (
        <StaffDialog
          staff={dialog.staff}
          onClose={close}
          onPassword={(name, password) => show({ kind: 'password', name, password })}
        />
      ) : null}
      {dialog?.kind === 'invite' ? <InvitationDialog staff={dialog.staff} onClose={close} /> : null}
      {dialog?.kind === 'password' ? (
        <PasswordDialog name={dialog.name} password={dialog.password} onClose={close} />
      ) : null}
    </Page>
  );
}
