import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useReceipt } from '@/features/clerk/clerk.api';
import { useDesk } from '@/features/clerk/desk';
import { ReceiptView } from '@/features/clerk/receipt-view';
import { Refund } from '@/features/clerk/refund';
import { text } from '@/features/clerk/strings';
import { Undo } from '@/features/clerk/undo';
import { back } from '@/shared/nav/nav';
import { Button } from '@/shared/ui/button';
import { Page } from '@/shared/ui/page';
import { QueryView } from '@/shared/ui/query-view';

const ReceiptPage = () => {
  const { no = '', fresh } = useRouter().params;
  const last = useDesk((desk) => desk.lastReceipt);
  const receipt = useReceipt(no, last?.purchaseNo === no ? last : undefined);
  return (
    <Page
      title={text.receipt}
      footer={
        <View className="row row--between receipt-actions">
          {receipt.data ? <Undo receipt={receipt.data} onDone={() => void receipt.refetch()} /> : null}
          {receipt.data ? <Refund receipt={receipt.data} onDone={() => void receipt.refetch()} /> : null}
          <View className="grow" />
          <Button id="next" onTap={back}>
            {text.next}
          </Button>
        </View>
      }
    >
      <QueryView query={receipt} skeleton="card">
        {(data) => <ReceiptView receipt={data} fresh={fresh === '1'} />}
      </QueryView>
    </Page>
  );
};

export default ReceiptPage;
