import { ExperimentOutlined, HistoryOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Badge, Button, Tabs } from 'antd';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import type { RuleView } from '../../shared/api/types';
import { DataTable } from '../../shared/table/data-table';
import { Allowed } from '../../shared/ui/allowed';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { SearchBox } from '../../shared/ui/search-box';
import { EmptyState, QueryView } from '../../shared/ui/states';
import { useUrlState } from '../../shared/ui/use-url-state';
import { listRules, rulesKey, useRuleFacts } from './api';
import { ReviewCard } from './review/review-card';
import { ruleColumns } from './rule-columns';
import styles from './rules.module.css';
import { t } from './strings';

type Tab = keyof typeof t.tabs;
const defaults = { tab: 'all', q: '', sort: '' };
const inReview = (rule: RuleView): boolean => rule.pending?.state === 'in-review';

const isIn = (tab: Tab, rule: RuleView): boolean => {
  if (tab === 'all') return true;
  return tab === 'in-review' ? inReview(rule) : rule.status === tab;
};

/** What waits for somebody comes first, what has ended comes last. */
const rank = (rule: RuleView): number => {
  if (inReview(rule)) return 0;
  return rule.status === 'retired' ? 2 : 1;
};

const matches = (q: string, rule: RuleView): boolean =>
  [rule.draft.name, rule.sentence, rule.pending?.sentence ?? ''].some((text) => text.includes(q));

function Actions() {
  return (
    <>
      <Link to="/rules/try">
        <Button icon={<ExperimentOutlined />}>{t.tryIt}</Button>
      </Link>
      <Link to="/rules/replays">
        <Button icon={<HistoryOutlined />}>{t.replays}</Button>
      </Link>
      <Allowed to="rules.write">
        <Link to="/rules/new">
          <Button type="primary" icon={<PlusOutlined />}>
            {t.create}
          </Button>
        </Link>
      </Allowed>
    </>
  );
}

function Reviews({ rules }: { rules: RuleView[] }) {
  if (rules.length === 0)
    return (
      <Panel>
        <EmptyState title={t.emptyReview} hint={t.emptyReviewHint} />
      </Panel>
    );
  return (
    <div className={styles.reviews}>
      {rules.map((rule) => (
        <ReviewCard key={rule.ruleId} rule={rule} />
      ))}
    </div>
  );
}

export function RulesPage() {
  const [state, patch] = useUrlState(defaults);
  const navigate = useNavigate();
  const facts = useRuleFacts();
  const query = useQuery({ queryKey: rulesKey, queryFn: listRules });
  const tab = (state.tab in t.tabs ? state.tab : 'all') as Tab;
  const columns = useMemo(() => ruleColumns(facts.data?.triggers ?? []), [facts.data]);
  const all = query.data?.items ?? [];
  const items = all.filter((rule) => isIn(tab, rule) && matches(state.q, rule)).sort((a, b) => rank(a) - rank(b));
  const waiting = all.filter(inReview).length;
  const label = (key: Tab) =>
    key === 'in-review' && waiting > 0 ? (
      <Badge count={waiting} size="small" offset={[10, 0]}>
        {t.tabs[key]}
      </Badge>
    ) : (
      t.tabs[key]
    );
  return (
    <Page title={t.title} lead={t.lead} actions={<Actions />}>
      <Tabs
        activeKey={tab}
        onChange={(next) => patch({ tab: next })}
        items={(Object.keys(t.tabs) as Tab[]).map((key) => ({ key, label: label(key) }))}
      />
      {tab === 'in-review' ? (
        <QueryView query={query}>{() => <Reviews rules={items} />}</QueryView>
      ) : (
        <DataTable<RuleView>
          id="rules"
          columns={columns}
          rowKey={(row) => row.ruleId}
          query={{ ...query, data: query.data ? { items } : undefined }}
          state={state}
          onState={patch}
          filters={<SearchBox value={state.q} onSearch={(q) => patch({ q })} placeholder={t.search} />}
          isFiltered={Boolean(state.q) || tab !== 'all'}
          empty={{ title: t.emptyTitle, hint: t.emptyHint }}
          exportSource={t.exportName}
          onOpen={(row) => navigate(`/rules/${row.ruleId}`)}
        />
      )}
    </Page>
  );
}
