import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { CouponChoice } from '@/features/clerk/coupon-choice';
import { CustomerCard } from '@/features/clerk/customer-card';
import { useDesk } from '@/features/clerk/desk';
import { useDraft } from '@/features/clerk/draft';
import { Entry } from '@/features/clerk/entry';
import { GiveCoupon } from '@/features/clerk/give-coupon';
import { PreviewPanel } from '@/features/clerk/preview-panel';
import { RecordBar } from '@/features/clerk/record-bar';
import { text } from '@/features/clerk/strings';
import type { CustomerCard as Customer } from '@/shared/http/types';
import { back } from '@/shared/nav/nav';
import { Empty } from '@/shared/ui/empty';
import { Page } from '@/shared/ui/page';

const Till = ({ customer, storeId }: { customer: Customer; storeId: string }) => {
  const draft = useDraft(customer, storeId);
  const preview = draft.draft ? draft.preview.data : undefined;
  return (
    <Page title={text.customer} footer={<RecordBar customer={customer} draft={draft} />}>
      <CustomerCard customer={customer} folded={draft.draft !== null} />
      <Entry draft={draft} storeId={storeId} />
      <CouponChoice coupons={customer.coupons} preview={preview} draft={draft} />
      {draft.draft ? null : <GiveCoupon customer={customer} storeId={storeId} />}
      {preview && !draft.offline ? <PreviewPanel preview={preview} stale={!draft.previewed} /> : null}
      {draft.draft && draft.offline ? <View className="offline-note">{text.offlinePreview}</View> : null}
    </Page>
  );
};

const CustomerPage = () => {
  const { storeId = '' } = useRouter().params;
  const visit = useDesk((desk) => desk.visit);
  if (!visit) {
    return (
      <Page title={text.customer}>
        <Empty picture="cup" title={text.visitGone} action={text.scanAgain} onAction={back} />
      </Page>
    );
  }
  return <Till customer={visit} storeId={storeId} />;
};

export default CustomerPage;
