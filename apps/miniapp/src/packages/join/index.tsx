import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useConsentTexts } from '@/features/join/join.api';
import { JoinFooter, JoinForm, useJoin } from '@/features/join/join-form';
import { text } from '@/features/join/strings';
import { JoinDone } from '@/features/join/welcome';
import type { MemberMe } from '@/shared/http/types';
import { go, replace, routes } from '@/shared/nav/nav';
import { useSessionStore } from '@/shared/session/store';
import { Empty } from '@/shared/ui/empty';
import { Page } from '@/shared/ui/page';
import { QueryView } from '@/shared/ui/query-view';

const JoinPage = () => {
  const texts = useConsentTexts();
  const items = texts.data?.items ?? [];
  const joined = useSessionStore((session) => session.state === 'member');
  const [member, setMember] = useState<MemberMe | null>(null);
  // Whoever came for a friend's gift goes back to it.
  const { gift } = useRouter().params;
  const join = useJoin(items, (joinedAs) => (gift ? replace(routes.couponGift, { token: gift }) : setMember(joinedAs)));
  if (member) {
    return (
      <Page title={text.title}>
        <JoinDone member={member} />
      </Page>
    );
  }
  if (joined && join.untouched) {
    return (
      <Page title={text.title}>
        <Empty picture="cup" title={text.already} action={text.showCode} onAction={() => go(routes.code)} />
      </Page>
    );
  }
  return (
    <Page title={text.title} footer={items.length ? <JoinFooter join={join} /> : undefined}>
      <QueryView query={texts} skeleton="card">
        {() => <JoinForm texts={items} join={join} />}
      </QueryView>
    </Page>
  );
};

export default JoinPage;
