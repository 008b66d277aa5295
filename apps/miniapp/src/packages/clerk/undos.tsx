import { useRouter } from '@tarojs/taro';
import { text } from '@/features/clerk/strings';
import { UndoList } from '@/features/clerk/undo-list';
import { Page } from '@/shared/ui/page';

const ClerkUndosPage = () => {
  const { storeId = '' } = useRouter().params;
  return (
    <Page title={text.undoList}>
      <UndoList storeId={storeId} />
    </Page>
  );
};

export default ClerkUndosPage;
