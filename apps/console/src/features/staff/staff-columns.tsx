import type { StaffRow } from '../../shared/api/types';
import type { DataColumn } from '../../shared/table/columns';
import { roleName } from '../../shared/text/common';
import { shortStore } from '../../shared/text/names';
import { Person } from '../../shared/ui/person';
import { Pill } from '../../shared/ui/pill';
import type { StaffHandlers } from './handlers';
import { StaffActions } from './staff-actions';
import { t } from './strings';

export const isActive = (staff: StaffRow): boolean => staff.status === 'active';

const storesText = (staff: StaffRow): string =>
  staff.stores.length === 0 ? t.allStores : staff.stores.map((store) => shortStore(store.name)).join('、');

export const staffColumns = (handlers: StaffHandlers): DataColumn<StaffRow>[] => [
  {
    key: 'name',
    title: t.name,
    lead: true,
    width: 180,
    sortable: true,
    value: (row) => row.name,
    render: (row) => <Person name={row.name} note={row.login ?? t.noLogin} />,
  },
  { key: 'login', title: t.login, width: 130, hiddenAtFirst: true, value: (row) => row.login },
  { key: 'role', title: t.role, width: 110, sortable: true, value: (row) => roleName(row.role) },
  { key: 'stores', title: t.stores, width: 220, value: storesText },
  {
    key: 'bound',
    title: t.bound,
    width: 100,
    value: (row) => (row.wechatBound ? t.isBound : t.notBound),
    render: (row) => (
      <Pill tone={row.wechatBound ? 'good' : 'neutral'}>{row.wechatBound ? t.isBound : t.notBound}</Pill>
    ),
  },
  {
    key: 'status',
    title: t.status,
    width: 90,
    value: (row) => (isActive(row) ? t.active : t.revoked),
    render: (row) => <Pill tone={isActive(row) ? 'good' : 'neutral'}>{isActive(row) ? t.active : t.revoked}</Pill>,
  },
  {
    key: 'actions',
    title: '',
    width: 180,
    actions: true,
    value: () => null,
    render: (row) => (isActive(row) ? <StaffActions staff={row} {...handlers} /> : null),
  },
];
