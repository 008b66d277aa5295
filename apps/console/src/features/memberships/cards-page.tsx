import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { MembershipCard } from '../../shared/api/types';
import { DataTable } from '../../shared/table/data-table';
import { common } from '../../shared/text/common';
import { Page } from '../../shared/ui/page';
import { SearchBox } from '../../shared/ui/search-box';
import { useUrlState } from '../../shared/ui/use-url-state';
import { type CardFilter, cardDefaults, cardsKey, listCards, listPlans, plansKey } from './api';
import { cardColumns } from './card-columns';
import { RefundDialog } from './refund-dialog';
import { stateNames, t } from './strings';

const states = [
  { value: '', label: common.all },
  ...Object.entries(stateNames).map(([value, label]) => ({ value, label })),
];

function Filters({ filter, onPatch }: { filter: CardFilter; onPatch: (patch: Partial<CardFilter>) => void }) {
  const plans = useQuery({ queryKey: plansKey, queryFn: listPlans });
  return (
    <>
      <Segmented options={states} value={filter.state} onChange={(state) => onPatch({ state })} />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t.allPlans}
        value={filter.planId || undefined}
        onChange={(planId?: string) => onPatch({ planId: planId ?? '' })}
        style={{ width: 150 }}
        options={(plans.data?.items ?? []).map((plan) => ({ value: plan.id, label: plan.name }))}
      />
      <SearchBox value={filter.q} onSearch={(q) => onPatch({ q })} placeholder={t.cardsSearch} width={230} />
    </>
  );
}

export function MembershipCardsPage() {
  const [filter, patch] = useUrlState(cardDefaults);
  const [refunded, refund] = useState<MembershipCard | null>(null);
  const columns = useMemo(() => cardColumns(refund), []);
  const query = useQuery({
    queryKey: [...cardsKey, filter],
    queryFn: () => listCards(filter),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={t.cardsTitle} lead={t.cardsLead}>
      <DataTable<MembershipCard>
        id="membership-cards"
        columns={columns}
        rowKey={(row) => row.cardNo}
        query={query}
        state={filter}
        onState={patch}
        filters={<Filters filter={filter} onPatch={patch} />}
        isFiltered={Boolean(filter.q || filter.state || filter.planId)}
        empty={{ title: t.cardsEmpty, hint: t.cardsEmptyHint }}
        exportSource={{
          name: t.cardsExport,
          fetchPage: (page, pageSize) => listCards({ ...filter, page: String(page), pageSize: String(pageSize) }),
        }}
      />
      {refunded ? <RefundDialog card={refunded} onClose={() => refund(null)} /> : null}
    </Page>
  );
}
