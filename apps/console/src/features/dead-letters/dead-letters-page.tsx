import { RedoOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { client } from '../../shared/api/client';
import type { DeadLetter } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { showExact } from '../../shared/format/time';
import type { DataColumn } from '../../shared/table/columns';
import { DataTable } from '../../shared/table/data-table';
import { Allowed } from '../../shared/ui/allowed';
import { Page } from '../../shared/ui/page';
import { useAction } from '../../shared/ui/use-action';
import { useUrlState } from '../../shared/ui/use-url-state';
import { When } from '../../shared/ui/when';
import styles from './dead-letters.module.css';
import { t } from './strings';

const KEY = ['dead-letters'];
const rerun = ({ eventId, consumer }: DeadLetter) =>
  client.post('/api/console/dead-letters/{eventId}/{consumer}/rerun', { params: { eventId, consumer } });

function Rerun({ letter }: { letter: DeadLetter }) {
  const action = useAction(() => rerun(letter), { said: t.rerunDone, refresh: [KEY] });
  return (
    <Allowed to="operations.write">
      <Button
        type="link"
        size="small"
        icon={<RedoOutlined />}
        loading={action.isPending}
        onClick={() => action.mutate()}
      >
        {t.rerun}
      </Button>
    </Allowed>
  );
}

function RerunAll({ letters }: { letters: DeadLetter[] }) {
  const { message } = App.useApp();
  const action = useAction(
    async () => {
      const results = await Promise.allSettled(letters.map(rerun));
      const failed = results.filter((result) => result.status === 'rejected').length;
      if (failed > 0) message.warning(t.rerunSome(results.length - failed, failed));
      else message.success(t.rerunDone);
    },
    { refresh: [KEY] },
  );
  if (letters.length < 2) return null;
  return (
    <Allowed to="operations.write">
      <Popconfirm title={t.rerunAllConfirm(formatCount(letters.length))} onConfirm={() => action.mutate()}>
        <Button icon={<RedoOutlined />} loading={action.isPending}>
          {t.rerunAll}
        </Button>
      </Popconfirm>
    </Allowed>
  );
}

const columns: DataColumn<DeadLetter>[] = [
  {
    key: 'eventName',
    title: t.event,
    lead: true,
    width: 240,
    sortable: true,
    value: (row) => row.eventName,
    render: (row) => <code>{row.eventName}</code>,
  },
  { key: 'consumer', title: t.consumer, width: 210, sortable: true, value: (row) => row.consumer },
  { key: 'attempts', title: t.attempts, width: 100, align: 'right', sortable: true, value: (row) => row.attempts },
  {
    key: 'lastError',
    title: t.error,
    width: 300,
    value: (row) => row.lastError,
    render: (row) => <span className={styles.error}>{row.lastError}</span>,
  },
  {
    key: 'at',
    title: t.at,
    width: 140,
    sortable: true,
    value: (row) => row.at,
    exported: (row) => showExact(row.at),
    render: (row) => <When at={row.at} />,
  },
  { key: 'eventId', title: t.eventId, width: 180, hiddenAtFirst: true, value: (row) => row.eventId },
  { key: 'actions', title: '', width: 90, actions: true, value: () => null, render: (row) => <Rerun letter={row} /> },
];

const defaults = { sort: '' };

export function DeadLettersPage() {
  const [state, patch] = useUrlState(defaults);
  const query = useQuery({
    queryKey: KEY,
    queryFn: () => client.get('/api/console/dead-letters'),
    refetchInterval: 30_000,
  });
  return (
    <Page title={t.title} lead={t.lead} actions={<RerunAll letters={query.data?.items ?? []} />}>
      <DataTable<DeadLetter>
        id="dead-letters"
        columns={columns}
        rowKey={(row) => `${row.eventId}-${row.consumer}`}
        query={query}
        state={state}
        onState={patch}
        empty={{ title: t.emptyTitle, hint: t.emptyHint }}
        exportSource={t.exportName}
      />
    </Page>
  );
}
