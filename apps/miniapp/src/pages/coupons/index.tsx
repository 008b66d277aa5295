import { useState } from 'react';
import { ClaimableList } from '@/features/coupons/claimable-list';
import { CodeEntryCell } from '@/features/coupons/code-entry-cell';
import { MyCoupons } from '@/features/coupons/my-coupons';
import { type CouponTab, text } from '@/features/coupons/strings';
import { keys } from '@/shared/api/keys';
import { JoinGate } from '@/shared/ui/join-gate';
import { Page } from '@/shared/ui/page';
import { Segment } from '@/shared/ui/segment';
import { useRefreshOnShow } from '@/shared/ui/use-refresh-on-show';

const CouponsPage = () => {
  const [tab, setTab] = useState<CouponTab>('claimable');
  useRefreshOnShow(keys.coupons);
  return (
    <Page title={text.title} tab="coupons">
      <Segment items={text.tabs} chosen={tab} onChoose={setTab} />
      <JoinGate skeleton="ticket">
        {tab === 'claimable' || tab === 'usable' ? <CodeEntryCell withGifts={tab === 'usable'} /> : null}
        {tab === 'claimable' ? <ClaimableList /> : <MyCoupons key={tab} state={tab} onOther={setTab} />}
      </JoinGate>
    </Page>
  );
};

export default CouponsPage;
