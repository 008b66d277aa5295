import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router-dom';
import { DataTable } from '../../shared/table/data-table';
import { Allowed } from '../../shared/ui/allowed';
import { Page } from '../../shared/ui/page';
import { useUrlState } from '../../shared/ui/use-url-state';
import { listReplays, replaysKey } from './api';
import { replayColumns } from './replay-columns';
import { t } from './strings';

const defaults = { sort: '' };

export function ReplaysPage() {
  const navigate = useNavigate();
  const [state, patch] = useUrlState(defaults);
  const query = useQuery({
    queryKey: replaysKey,
    queryFn: listReplays,
    refetchInterval: ({ state: now }) =>
      now.data?.items.some((row) => row.state === 'running' || row.state === 'waiting') ? 2000 : false,
  });
  return (
    <Page
      title={t.title}
      lead={t.lead}
      back={t.toRules}
      actions={
        <Allowed to="rules.write">
          <Link to={`${t.back}/new`}>
            <Button type="primary" icon={<PlusOutlined />}>
              {t.create}
            </Button>
          </Link>
        </Allowed>
      }
    >
      <DataTable
        id="replays"
        columns={replayColumns}
        rowKey={(row) => row.replayId}
        query={query}
        state={state}
        onState={patch}
        empty={{ title: t.emptyTitle, hint: t.emptyHint }}
        exportSource={t.exportName}
        onOpen={(row) => navigate(`${t.back}/${row.replayId}`)}
      />
    </Page>
  );
}
