import { Binding } from '@/features/clerk/binding';
import { text } from '@/features/clerk/strings';
import { Workbench } from '@/features/clerk/workbench';
import { useSessionStore } from '@/shared/session/store';
import { Page } from '@/shared/ui/page';
import { Skeleton } from '@/shared/ui/skeleton';

const ClerkPage = () => {
  const { state, staff } = useSessionStore();
  return (
    <Page title={text.title}>
      {state === 'starting' ? <Skeleton shape="card" /> : staff ? <Workbench staff={staff} /> : <Binding />}
    </Page>
  );
};

export default ClerkPage;
