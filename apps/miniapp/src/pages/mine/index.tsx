import { useMe } from '@/features/me/me.api';
import { CommonMenu, MemberMenu, Who } from '@/features/me/mine-menu';
import { text } from '@/features/me/strings';
import { useUnread } from '@/features/notices/notices.api';
import { keys } from '@/shared/api/keys';
import { useSessionStore } from '@/shared/session/store';
import { JoinGate } from '@/shared/ui/join-gate';
import { Page } from '@/shared/ui/page';
import { QueryView } from '@/shared/ui/query-view';
import { useRefreshOnShow } from '@/shared/ui/use-refresh-on-show';

const MinePage = () => {
  const member = useSessionStore((session) => session.state === 'member');
  const me = useMe(member);
  const unread = useUnread(member);
  useRefreshOnShow(keys.me, keys.unread);
  return (
    <Page title={text.title} tab="mine">
      <JoinGate skeleton="list">
        <QueryView query={me} skeleton="card">
          {(data) => <Who me={data} />}
        </QueryView>
        <MemberMenu unread={unread.data ?? 0} />
      </JoinGate>
      <CommonMenu />
    </Page>
  );
};

export default MinePage;
