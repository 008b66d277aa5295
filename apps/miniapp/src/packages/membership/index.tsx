import { useState } from 'react';
import { BuyBar } from '@/features/membership/buy-bar';
import { useMembership } from '@/features/membership/membership.api';
import { MembershipView } from '@/features/membership/membership-view';
import { text } from '@/features/membership/strings';
import { keys } from '@/shared/api/keys';
import { Page } from '@/shared/ui/page';
import { QueryView } from '@/shared/ui/query-view';
import { useRefreshOnShow } from '@/shared/ui/use-refresh-on-show';

const MembershipPage = () => {
  const query = useMembership();
  const [chosen, choose] = useState<string | null>(null);
  useRefreshOnShow(keys.membership);
  const plans = query.data?.plans ?? [];
  const plan = plans.find(({ id }) => id === chosen) ?? plans[0];
  // An order that waits has its own button on its card, with the time that is left.
  const waits = query.data?.cards.some(({ state, planId }) => state === 'ordered' && planId === plan?.id);
  return (
    <Page title={text.title} footer={plan && !waits ? <BuyBar plan={plan} /> : undefined}>
      <QueryView query={query} skeleton="hero">
        {(data) => <MembershipView membership={data} plan={plan} onChoose={choose} />}
      </QueryView>
    </Page>
  );
};

export default MembershipPage;
