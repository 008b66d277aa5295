import { EyeOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import type { MemberDetail } from '../../shared/api/types';
import { formatPoints } from '../../shared/format/money';
import { Allowed } from '../../shared/ui/allowed';
import { FanMark } from '../../shared/ui/fan-mark';
import { Figure } from '../../shared/ui/figure';
import { Panel } from '../../shared/ui/panel';
import { Person } from '../../shared/ui/person';
import { TierMark } from '../../shared/ui/tier-mark';
import { useAction } from '../../shared/ui/use-action';
import { When } from '../../shared/ui/when';
import { revealPhone } from './api';
import styles from './member.module.css';
import { t } from './strings';

function Phone({ member }: { member: MemberDetail }) {
  const [phone, setPhone] = useState<string | null>(null);
  const reveal = useAction(() => revealPhone(member.memberId), { onDone: (answer) => setPhone(answer.phone) });
  if (!member.phoneMasked) return <>—</>;
  if (phone) return <>{phone}</>;
  return (
    <>
      {member.phoneMasked}
      <Allowed to="members.reveal">
        <Tooltip title={`${t.reveal}（${t.revealNote}）`}>
          <Button
            type="text"
            size="small"
            icon={<EyeOutlined />}
            aria-label={t.reveal}
            loading={reveal.isPending}
            onClick={() => reveal.mutate()}
          />
        </Tooltip>
      </Allowed>
    </>
  );
}

export function MemberHead({ member }: { member: MemberDetail }) {
  return (
    <Panel>
      <div className={styles.head}>
        <Person name={member.nickname} avatarUrl={member.avatarUrl} note={member.memberNo} size={52} />
        <Figure size="small" label={t.phone} value={<Phone member={member} />} />
        <Figure size="small" label={t.tier} value={<TierMark tier={member.tier} />} />
        <Figure size="small" label={t.available} value={formatPoints(member.points.available)} />
        <Figure size="small" label={t.fanTier} value={<FanMark value={member.fanTier} />} />
        <Figure size="small" label={t.joined} value={<When at={member.joinedAt} day />} />
      </div>
    </Panel>
  );
}
