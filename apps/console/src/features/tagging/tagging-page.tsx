import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { Allowed } from '../../shared/ui/allowed';
import { Page } from '../../shared/ui/page';
import { QueryView } from '../../shared/ui/states';
import { useUrlState } from '../../shared/ui/use-url-state';
import { readRfm, rfmKey } from './api';
import { FanTiers } from './fan-tiers';
import { RfmBoard } from './rfm-board';
import { RunNow } from './run-now';
import { t } from './strings';
import { TagsTable } from './tags-table';

const defaults = { tab: 'rfm' };

export function TaggingPage() {
  const [state, patch] = useUrlState(defaults);
  const query = useQuery({ queryKey: rfmKey, queryFn: readRfm });
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <Allowed to="tagging.write">
          <RunNow lastRun={query.data?.lastRun ?? null} />
        </Allowed>
      }
    >
      <Tabs
        activeKey={state.tab}
        onChange={(tab) => patch({ tab })}
        items={[
          {
            key: 'rfm',
            label: t.tabs.rfm,
            children: <QueryView query={query}>{(data) => <RfmBoard data={data} />}</QueryView>,
          },
          {
            key: 'fan',
            label: t.tabs.fan,
            children: <QueryView query={query}>{(data) => <FanTiers tiers={data.fanTiers} />}</QueryView>,
          },
          { key: 'tags', label: t.tabs.tags, children: <TagsTable /> },
        ]}
      />
    </Page>
  );
}
