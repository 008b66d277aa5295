import { ExperimentOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { Link, useNavigate } from 'react-router-dom';
import type { RuleStatus, RuleView } from '../../shared/api/types';
import { DataTable } from '../../shared/table/data-table';
import { common } from '../../shared/text/common';
import { Allowed } from '../../shared/ui/allowed';
import { Page } from '../../shared/ui/page';
import { useUrlState } from '../../shared/ui/use-url-state';
import { listRules, rulesKey } from './api';
import { ruleColumns } from './rule-columns';
import { statusNames, t } from './strings';

const defaults = { status: '', sort: '' };

export function RulesPage() {
  const [state, patch] = useUrlState(defaults);
  const navigate = useNavigate();
  const query = useQuery({ queryKey: rulesKey, queryFn: listRules });
  const items = query.data?.items.filter((rule) => !state.status || rule.status === state.status);
  const present = [...new Set(query.data?.items.map((rule) => rule.status))];
  const options = [
    { value: '', label: common.all },
    ...present.map((status: RuleStatus) => ({ value: status, label: statusNames[status] ?? status })),
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <>
          <Link to="/rules/try">
            <Button icon={<ExperimentOutlined />}>{t.tryIt}</Button>
          </Link>
          <Allowed to="rules.write">
            <Link to="/rules/new">
              <Button type="primary" icon={<PlusOutlined />}>
                {t.create}
              </Button>
            </Link>
          </Allowed>
        </>
      }
    >
      <DataTable<RuleView>
        id="rules"
        columns={ruleColumns}
        rowKey={(row) => row.ruleId}
        query={{ ...query, data: items ? { items } : undefined }}
        state={state}
        onState={patch}
        filters={<Segmented options={options} value={state.status} onChange={(status) => patch({ status })} />}
        isFiltered={Boolean(state.status)}
        empty={{ title: t.emptyTitle, hint: t.emptyHint }}
        exportSource={t.exportName}
        onOpen={(row) => navigate(`/rules/${row.ruleId}`)}
      />
    </Page>
  );
}
