import { useMe } from '@/features/me/me.api';
import { PrivacyPanel } from '@/features/me/privacy-panel';
import { text } from '@/features/me/strings';
import { JoinGate } from '@/shared/ui/join-gate';
import { Page } from '@/shared/ui/page';
import { QueryView } from '@/shared/ui/query-view';

const Content = () => <QueryView query={useMe()}>{(me) => <PrivacyPanel me={me} />}</QueryView>;

const PrivacyPage = () => (
  <Page title={text.privacy}>
    <JoinGate>
      <Content />
    </JoinGate>
  </Page>
);

export default PrivacyPage;
