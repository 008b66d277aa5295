import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { MallReward } from '../../shared/api/types';
import { DataTable } from '../../shared/table/data-table';
import { common } from '../../shared/text/common';
import { Page } from '../../shared/ui/page';
import { SearchBox } from '../../shared/ui/search-box';
import { useUrlState } from '../../shared/ui/use-url-state';
import { itemsKey, listItems, listRewards, type RewardFilter, rewardDefaults, rewardsKey } from './api';
import { CancelDialog } from './cancel-dialog';
import { rewardColumns } from './reward-columns';
import { stateNames, t } from './strings';

const states = [
  { value: '', label: common.all },
  ...Object.entries(stateNames).map(([value, label]) => ({ value, label })),
];

function Filters({ filter, onPatch }: { filter: RewardFilter; onPatch: (patch: Partial<RewardFilter>) => void }) {
  const items = useQuery({ queryKey: itemsKey, queryFn: listItems });
  return (
    <>
      <Segmented options={states} value={filter.state} onChange={(state) => onPatch({ state })} />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t.allItems}
        value={filter.itemId || undefined}
        onChange={(itemId?: string) => onPatch({ itemId: itemId ?? '' })}
        style={{ width: 170 }}
        options={(items.data?.items ?? []).map((item) => ({ value: item.id, label: item.title }))}
      />
      <SearchBox value={filter.q} onSearch={(q) => onPatch({ q })} placeholder={t.rewardsSearch} width={190} />
    </>
  );
}

export function MallRewardsPage() {
  const [filter, patch] = useUrlState(rewardDefaults);
  const [cancelled, cancel] = useState<MallReward | null>(null);
  const columns = useMemo(() => rewardColumns(cancel), []);
  const query = useQuery({
    queryKey: [...rewardsKey, filter],
    queryFn: () => listRewards(filter),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={t.rewardsTitle} lead={t.rewardsLead}>
      <DataTable<MallReward>
        id="mall-rewards"
        columns={columns}
        rowKey={(row) => row.rewardNo}
        query={query}
        state={filter}
        onState={patch}
        filters={<Filters filter={filter} onPatch={patch} />}
        isFiltered={Boolean(filter.q || filter.state || filter.itemId)}
        empty={{ title: t.rewardsEmpty, hint: t.rewardsEmptyHint }}
        exportSource={{
          name: t.rewardsExport,
          fetchPage: (page, pageSize) => listRewards({ ...filter, page: String(page), pageSize: String(pageSize) }),
        }}
      />
      {cancelled ? <CancelDialog reward={cancelled} onClose={() => cancel(null)} /> : null}
    </Page>
  );
}
