import { StatusListPage } from '../../shared/table/status-list-page';
import { listPlans, plansKey } from './api';
import { planColumns } from './plan-columns';
import { statusNames, t } from './strings';

export function MembershipPlansPage() {
  return (
    <StatusListPage
      id="membership-plans"
      texts={t}
      statusNames={statusNames}
      queryKey={plansKey}
      list={listPlans}
      columns={planColumns}
      idOf={(row) => row.id}
      path="/membership-plans"
      mayWrite="memberships.write"
    />
  );
}
