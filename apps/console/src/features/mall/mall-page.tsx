import { StatusListPage } from '../../shared/table/status-list-page';
import { itemsKey, listItems } from './api';
import { itemColumns } from './item-columns';
import { statusNames, t } from './strings';

export function MallPage() {
  return (
    <StatusListPage
      id="mall-items"
      texts={t}
      statusNames={statusNames}
      queryKey={itemsKey}
      list={listItems}
      columns={itemColumns}
      idOf={(row) => row.id}
      path="/mall"
      mayWrite="rewards.write"
    />
  );
}
