import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import { DataTable } from '../../shared/table/data-table';
import { Page } from '../../shared/ui/page';
import { useUrlState } from '../../shared/ui/use-url-state';
import { listMembers, membersFilter } from './api';
import { memberColumns } from './member-columns';
import { MemberFilters } from './member-filters';
import { t } from './strings';

export function MembersPage() {
  const [filter, patch, reset] = useUrlState(membersFilter);
  const navigate = useNavigate();
  const query = useQuery({
    queryKey: ['members', filter],
    queryFn: () => listMembers(filter),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={t.title} lead={t.lead}>
      <DataTable
        id="members"
        columns={memberColumns}
        rowKey={(row) => row.memberId}
        query={query}
        state={filter}
        onState={patch}
        filters={<MemberFilters filter={filter} onPatch={patch} onReset={reset} />}
        isFiltered={Boolean(filter.q || filter.tier || filter.fanTier || filter.tag)}
        empty={{ title: t.emptyTitle, hint: t.emptyHint }}
        exportSource={{
          name: t.exportName,
          fetchPage: (page, pageSize) => listMembers({ ...filter, page: String(page), pageSize: String(pageSize) }),
        }}
        onOpen={(row) => navigate(`/members/${row.memberId}`)}
      />
    </Page>
  );
}
