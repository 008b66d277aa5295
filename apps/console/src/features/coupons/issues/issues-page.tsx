import { PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router-dom';
import { pageOf } from '../../../shared/api/client';
import { DataTable } from '../../../shared/table/data-table';
import { Allowed } from '../../../shared/ui/allowed';
import { Page } from '../../../shared/ui/page';
import { useUrlState } from '../../../shared/ui/use-url-state';
import { isMoving, issuesKey, listIssues } from './api';
import { issueColumns } from './issue-columns';
import { t } from './strings';

const defaults = { page: '1', pageSize: '20', sort: '' };

/** All bulk issues; the bars move while coupons are issued. */
export function BulkIssuesPage() {
  const navigate = useNavigate();
  const [state, patch] = useUrlState(defaults);
  const { page, pageSize } = pageOf(state);
  const query = useQuery({
    queryKey: [...issuesKey, 'list', page, pageSize],
    queryFn: () => listIssues(page, pageSize),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: now }) => (now.data?.items.some(isMoving) ? 1500 : 15_000),
  });
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <Allowed to="coupons.issue">
          <Link to={`${t.path}/new`}>
            <Button type="primary" icon={<PlusOutlined />}>
              {t.create}
            </Button>
          </Link>
        </Allowed>
      }
    >
      <DataTable
        id="bulk-issues"
        columns={issueColumns}
        rowKey={(row) => row.issueId}
        query={query}
        state={state}
        onState={patch}
        empty={{ title: t.emptyTitle, hint: t.emptyHint }}
        exportSource={{ name: t.exportName, fetchPage: listIssues }}
        onOpen={(row) => navigate(`${t.path}/${row.issueId}`)}
      />
    </Page>
  );
}
