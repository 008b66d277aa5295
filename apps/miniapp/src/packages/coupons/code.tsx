import { CodeEntry } from '@/features/coupons/code-entry';
import { text } from '@/features/coupons/strings';
import { JoinGate } from '@/shared/ui/join-gate';
import { Page } from '@/shared/ui/page';

const CouponCodePage = () => (
  <Page title={text.code.title}>
    <JoinGate>
      <CodeEntry />
    </JoinGate>
  </Page>
);

export default CouponCodePage;
