import { CloseOutlined, RedoOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm, Space } from 'antd';
import { Link } from 'react-router-dom';
import { client } from '../../shared/api/client';
import type { UnissuedReward } from '../../shared/api/types';
import { showExact } from '../../shared/format/time';
import type { DataColumn } from '../../shared/table/columns';
import { DataTable } from '../../shared/table/data-table';
import { Allowed } from '../../shared/ui/allowed';
import { Page } from '../../shared/ui/page';
import { Pill } from '../../shared/ui/pill';
import { useAction } from '../../shared/ui/use-action';
import { useUrlState } from '../../shared/ui/use-url-state';
import { When } from '../../shared/ui/when';
import { t } from './strings';

const KEY = ['unissued-rewards'];
const TODAY = ['today'];
const named = ({ kind, id }: UnissuedReward) => ({ params: { kind, id } });
const retry = (reward: UnissuedReward) => client.post('/api/console/unissued-rewards/{kind}/{id}/retry', named(reward));
const dismiss = (reward: UnissuedReward) =>
  client.post('/api/console/unissued-rewards/{kind}/{id}/dismiss', named(reward));

function Decide({ reward }: { reward: UnissuedReward }) {
  const again = useAction(() => retry(reward), { said: t.retried, refresh: [KEY, TODAY] });
  const never = useAction(() => dismiss(reward), { said: t.dismissed, refresh: [KEY, TODAY] });
  return (
    <Allowed to="rules.write">
      <Space size={0}>
        <Button
          type="link"
          size="small"
          icon={<RedoOutlined />}
          loading={again.isPending}
          onClick={() => again.mutate()}
        >
          {t.retry}
        </Button>
        <Popconfirm title={t.dismissConfirm} onConfirm={() => never.mutate()}>
          <Button type="link" size="small" danger icon={<CloseOutlined />} loading={never.isPending}>
            {t.dismiss}
          </Button>
        </Popconfirm>
      </Space>
    </Allowed>
  );
}

const columns: DataColumn<UnissuedReward>[] = [
  {
    key: 'member',
    title: t.member,
    lead: true,
    width: 200,
    value: (row) => row.memberNo,
    render: (row) => <Link to={`/members/${row.memberId}`}>{row.nickname ?? row.memberNo ?? t.unknownMember}</Link>,
  },
  {
    key: 'what',
    title: t.kind,
    width: 220,
    sortable: true,
    value: (row) => row.what,
    render: (row) => (
      <Space size={8}>
        <Pill tone={row.kind === 'coupon' ? 'warn' : 'neutral'}>{t.kinds[row.kind]}</Pill>
        {row.what}
      </Space>
    ),
  },
  { key: 'ruleName', title: t.rule, width: 160, sortable: true, value: (row) => row.ruleName },
  { key: 'reason', title: t.reason, width: 240, sortable: true, value: (row) => row.reason },
  {
    key: 'at',
    title: t.at,
    width: 140,
    sortable: true,
    value: (row) => row.at,
    exported: (row) => showExact(row.at),
    render: (row) => <When at={row.at} />,
  },
  { key: 'actions', title: '', width: 210, actions: true, value: () => null, render: (row) => <Decide reward={row} /> },
];

const defaults = { sort: '' };

/** Coupons and tags that could not be handed out: a person gives them later, or lets them be. */
export function UnissuedRewardsPage() {
  const [state, patch] = useUrlState(defaults);
  const query = useQuery({ queryKey: KEY, queryFn: () => client.get('/api/console/unissued-rewards') });
  return (
    <Page title={t.title} lead={t.lead}>
      <DataTable<UnissuedReward>
        id="unissued-rewards"
        columns={columns}
        rowKey={(row) => `${row.kind}-${row.id}`}
        query={query}
        state={state}
        onState={patch}
        empty={{ title: t.emptyTitle, hint: t.emptyHint }}
        exportSource={t.exportName}
      />
    </Page>
  );
}
