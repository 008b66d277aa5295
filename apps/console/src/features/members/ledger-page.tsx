import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { DatePicker, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import type { LedgerEntry, LedgerLot, MemberDetail } from '../../shared/api/types';
import { formatPoints } from '../../shared/format/money';
import { dayjs } from '../../shared/format/time';
import { DataTable } from '../../shared/table/data-table';
import { Figure } from '../../shared/ui/figure';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { Person } from '../../shared/ui/person';
import { QueryView } from '../../shared/ui/states';
import { useUrlState } from '../../shared/ui/use-url-state';
import { AccountProofPanel } from './account-proof';
import { member, memberKey } from './api';
import { type LedgerFilter, ledgerEntries, ledgerFilter, ledgerKey, ledgerLots } from './ledger.api';
import { entryColumns, lotColumns } from './ledger-columns';
import { LedgerDrawer } from './ledger-drawer';
import { l } from './ledger-strings';
import styles from './member.module.css';

const VIEWS = [
  { value: 'entries', label: l.entries },
  { value: 'lots', label: l.lots },
];
const KINDS = Object.entries(l.kinds).map(([value, label]) => ({ value, label }));

interface ViewProps {
  memberId: string;
  state: LedgerFilter;
  onState: (patch: Partial<LedgerFilter>) => void;
}

const ViewSwitch = ({ state, onState }: Omit<ViewProps, 'memberId'>) => (
  <Segmented options={VIEWS} value={state.view} onChange={(view) => onState({ view })} />
);

function Journal({ memberId, state, onState }: ViewProps) {
  const [opened, open] = useState<LedgerEntry | null>(null);
  const query = useQuery({
    queryKey: [...ledgerKey(memberId), state],
    queryFn: () => ledgerEntries(memberId, state),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <DataTable<LedgerEntry>
        id="member-ledger"
        columns={entryColumns}
        rowKey={(row) => row.entryId}
        query={query}
        state={state}
        onState={onState}
        filters={
          <>
            <ViewSwitch state={state} onState={onState} />
            <Select
              allowClear
              placeholder={l.allKinds}
              style={{ width: 130 }}
              options={KINDS}
              value={state.kind || undefined}
              onChange={(kind?: string) => onState({ kind: kind ?? '' })}
            />
            <DatePicker.RangePicker
              allowEmpty={[true, true]}
              style={{ width: 250 }}
              value={[state.from ? dayjs(state.from) : null, state.until ? dayjs(state.until) : null]}
              onChange={(days) =>
                onState({
                  from: days?.[0]?.format('YYYY-MM-DD') ?? '',
                  until: days?.[1]?.format('YYYY-MM-DD') ?? '',
                })
              }
            />
          </>
        }
        isFiltered={Boolean(state.kind || state.from || state.until)}
        empty={{ title: l.emptyTitle, hint: l.emptyHint }}
        exportSource={{
          name: l.exportEntries,
          fetchPage: (page, pageSize) =>
            ledgerEntries(memberId, { ...state, page: String(page), pageSize: String(pageSize) }),
        }}
        onOpen={open}
      />
      <LedgerDrawer entry={opened} onClose={() => open(null)} />
    </>
  );
}

function Lots({ memberId, state, onState }: ViewProps) {
  const [sort, setSort] = useState('');
  const query = useQuery({ queryKey: [...ledgerKey(memberId), 'lots'], queryFn: () => ledgerLots(memberId) });
  return (
    <DataTable<LedgerLot>
      id="member-lots"
      columns={lotColumns}
      rowKey={(row) => String(row.lotNo)}
      query={query}
      state={{ sort }}
      onState={(patch) => setSort(patch.sort ?? '')}
      filters={<ViewSwitch state={state} onState={onState} />}
      empty={{ title: l.emptyTitle, hint: l.emptyHint }}
      exportSource={l.exportLots}
    />
  );
}

function Head({ data }: { data: MemberDetail }) {
  const { available, pending, debt } = data.points;
  return (
    <Panel>
      <div className={styles.head}>
        <Person name={data.nickname} avatarUrl={data.avatarUrl} note={data.memberNo} size={44} />
        <Figure size="small" label={l.available} value={formatPoints(available)} />
        <Figure size="small" label={l.pending} value={formatPoints(pending)} />
        <Figure size="small" label={l.debt} value={formatPoints(debt)} note={debt > 0 ? l.debtNote : undefined} />
      </div>
    </Panel>
  );
}

export function LedgerPage() {
  const { memberId = '' } = useParams();
  const [state, patch] = useUrlState(ledgerFilter);
  const query = useQuery({ queryKey: memberKey(memberId), queryFn: () => member(memberId) });
  return (
    <Page title={query.data ? l.ofMember(query.data.nickname) : l.title} lead={l.lead} back={`/members/${memberId}`}>
      <QueryView query={query}>{(data) => <Head data={data} />}</QueryView>
      {state.view === 'lots' ? (
        <Lots memberId={memberId} state={state} onState={patch} />
      ) : (
        <Journal memberId={memberId} state={state} onState={patch} />
      )}
      <AccountProofPanel memberId={memberId} />
    </Page>
  );
}
