import { useMe } from '@/features/me/me.api';
import { ProfileForm } from '@/features/me/profile-form';
import { text } from '@/features/me/strings';
import { JoinGate } from '@/shared/ui/join-gate';
import { Page } from '@/shared/ui/page';
import { QueryView } from '@/shared/ui/query-view';

const Content = () => <QueryView query={useMe()}>{(me) => <ProfileForm me={me} />}</QueryView>;

const ProfilePage = () => (
  <Page title={text.profile}>
    <JoinGate>
      <Content />
    </JoinGate>
  </Page>
);

export default ProfilePage;
