import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable } from '../../shared/table/data-table';
import { Page } from '../../shared/ui/page';
import { useUrlState } from '../../shared/ui/use-url-state';
import { isLookFiltered, listPayments, lookDefaults, paymentsKey } from './api';
import { LookFilters } from './look-filters';
import { paymentColumns } from './payment-columns';
import { PaymentDrawer } from './payment-drawer';
import { paymentStates, t } from './strings';

export function PaymentsPage() {
  const [filter, patch, reset] = useUrlState(lookDefaults);
  const [opened, open] = useState<string | null>(null);
  const query = useQuery({
    queryKey: [...paymentsKey, filter],
    queryFn: () => listPayments(filter),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={t.title} lead={t.lead}>
      <DataTable
        id="payments"
        columns={paymentColumns}
        rowKey={(row) => row.paymentNo}
        query={query}
        state={filter}
        onState={patch}
        filters={<LookFilters filter={filter} states={paymentStates} onPatch={patch} onReset={reset} />}
        isFiltered={isLookFiltered(filter)}
        empty={{ title: t.emptyTitle, hint: t.emptyHint }}
        exportSource={{
          name: t.exportName,
          fetchPage: (page, pageSize) => listPayments({ ...filter, page: String(page), pageSize: String(pageSize) }),
        }}
        onOpen={(row) => open(row.paymentNo)}
      />
      <PaymentDrawer paymentNo={opened} onClose={() => open(null)} />
    </Page>
  );
}
