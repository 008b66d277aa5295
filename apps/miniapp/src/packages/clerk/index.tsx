import { useEffect } from 'react';
import { Binding } from '@/features/clerk/binding';
import { useClerkMe } from '@/features/clerk/clerk.api';
import { text } from '@/features/clerk/strings';
import { Workbench } from '@/features/clerk/workbench';
import { ApiError } from '@/shared/http/api-error';
import type { StaffCard } from '@/shared/http/types';
import { becomeStaff } from '@/shared/session/session';
import { useSessionStore } from '@/shared/session/store';
import { Page } from '@/shared/ui/page';
import { Skeleton } from '@/shared/ui/skeleton';

/** A clerk may have been let go since this phone last asked: the server says so, and the desk closes. */
const Desk = ({ staff }: { staff: StaffCard }) => {
  const me = useClerkMe();
  const dismissed = me.error instanceof ApiError && me.error.status === 403;
  useEffect(() => {
    if (dismissed) becomeStaff(null);
  }, [dismissed]);
  return <Workbench staff={me.data ?? staff} />;
};

const ClerkPage = () => {
  const { state, staff } = useSessionStore();
  return (
    <Page title={text.title}>
      {state === 'starting' ? <Skeleton shape="card" /> : staff ? <Desk staff={staff} /> : <Binding />}
    </Page>
  );
};

export default ClerkPage;
