import { useState } from 'react';
import { useConsentTexts } from '@/features/join/join.api';
import { JoinFooter, JoinForm, useJoin } from '@/features/join/join-form';
import { text } from '@/features/join/strings';
import { JoinDone } from '@/features/join/welcome';
import type { MemberMe } from '@/shared/http/types';
import { Page } from '@/shared/ui/page';
import { QueryView } from '@/shared/ui/query-view';

const JoinPage = () => {
  const texts = useConsentTexts();
  const items = texts.data?.items ?? [];
  const [member, setMember] = useState<MemberMe | null>(null);
  const join = useJoin(items, setMember);
  if (member) {
    return (
      <Page title={text.title}>
        <JoinDone member={member} />
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
