import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { ItemView } from '@/features/mall/item-view';
import { useMallItem } from '@/features/mall/mall.api';
import { ConfirmSheet, RedeemBar } from '@/features/mall/redeem-bar';
import { text } from '@/features/mall/strings';
import { keys } from '@/shared/api/keys';
import { Page } from '@/shared/ui/page';
import { QueryView } from '@/shared/ui/query-view';
import { useRefreshOnShow } from '@/shared/ui/use-refresh-on-show';

const MallItemPage = () => {
  const { id = '' } = useRouter().params;
  const query = useMallItem(id);
  const [open, setOpen] = useState(false);
  useRefreshOnShow(keys.mallItem(id));
  const footer = query.data ? <RedeemBar {...query.data} onRedeem={() => setOpen(true)} /> : undefined;
  return (
    <>
      <Page title={text.itemTitle} footer={footer}>
        <QueryView query={query} skeleton="hero">
          {({ item }) => <ItemView item={item} />}
        </QueryView>
      </Page>
      {query.data ? <ConfirmSheet {...query.data} open={open} onClose={() => setOpen(false)} /> : null}
    </>
  );
};

export default MallItemPage;
