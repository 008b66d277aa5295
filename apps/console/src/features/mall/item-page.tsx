import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useNavigate, useParams } from 'react-router-dom';
import type { MallItemDraft } from '../../shared/api/types';
import { useMay } from '../../shared/session/session';
import { Page } from '../../shared/ui/page';
import { QueryView } from '../../shared/ui/states';
import { useAction } from '../../shared/ui/use-action';
import { createItem, itemKey, itemsKey, readItem, reviseItem } from './api';
import { draftOf, freshItem } from './draft';
import { ItemStatusPill } from './item-columns';
import { ItemForm } from './item-form';
import { StatusActions } from './status-actions';
import { StockPanel } from './stock-panel';
import { kindNames, t } from './strings';

function NewItem() {
  const navigate = useNavigate();
  const create = useAction(createItem, {
    said: t.created,
    refresh: [itemsKey],
    onDone: (item) => navigate(`/mall/${item.id}`, { replace: true }),
  });
  return (
    <Page title={t.newTitle} back={t.back}>
      <ItemForm initial={freshItem} isNew isBusy={create.isPending} onSubmit={(item) => create.mutate(item)} />
    </Page>
  );
}

function ExistingItem({ id }: { id: string }) {
  const may = useMay();
  const query = useQuery({ queryKey: itemKey(id), queryFn: () => readItem(id) });
  const item = query.data;
  const revise = useAction((draft: MallItemDraft) => reviseItem(id, draft), { said: t.saved, refresh: [itemsKey] });
  return (
    <Page
      title={item?.title ?? t.title}
      back={t.back}
      lead={item ? kindNames[item.kind] : undefined}
      mark={item ? <ItemStatusPill status={item.status} /> : null}
      actions={item ? <StatusActions item={item} size="middle" /> : null}
    >
      <QueryView query={query} skeleton={<Skeleton active paragraph={{ rows: 10 }} />}>
        {(data) => {
          const isLocked = !may('rewards.write') || data.status === 'ended';
          return (
            <ItemForm
              initial={{ ...draftOf(data), kind: data.kind, stock: 0 }}
              isBusy={revise.isPending}
              isLocked={isLocked}
              onSubmit={({ kind: _kind, stock: _stock, ...draft }) => revise.mutate(draft)}
              aside={<StockPanel item={data} isLocked={isLocked} />}
            />
          );
        }}
      </QueryView>
    </Page>
  );
}

export function MallItemPage() {
  const { itemId } = useParams();
  return itemId ? <ExistingItem id={itemId} /> : <NewItem />;
}
