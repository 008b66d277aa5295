import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useMay } from '../../../shared/session/session';
import { searchMembers } from '../api';
import { useSettled } from '../form/use-draft';
import { t } from '../strings';

/** One member by number, phone or name; nobody in particular when it is empty. */
export function MemberChoice({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (memberId: string | null) => void;
}) {
  const may = useMay();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const found = useQuery({
    queryKey: ['rule-members', q],
    queryFn: () => searchMembers(q),
    enabled: q !== '' && may('members.read'),
  });
  return (
    <Select
      aria-label={t.try.member}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t.try.searchMember}
      notFoundContent={null}
      loading={found.isFetching}
      value={value ?? undefined}
      options={found.data?.items.map((member) => ({
        value: member.memberId,
        label: `${member.nickname || '—'} ${member.memberNo}`,
      }))}
      onChange={(memberId?: string) => onChange(memberId ?? null)}
      style={{ width: '100%' }}
    />
  );
}
