import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import type { MemberDetail } from '../../shared/api/types';
import { memberStatusNames } from '../../shared/text/common';
import { Allowed } from '../../shared/ui/allowed';
import { Page } from '../../shared/ui/page';
import { Pill } from '../../shared/ui/pill';
import { QueryView } from '../../shared/ui/states';
import { AdjustPoints } from './adjust-points';
import { member, memberKey } from './api';
import { CouponsPanel } from './coupons-panel';
import { LayerPanel } from './layer-panel';
import styles from './member.module.css';
import { MemberHead } from './member-head';
import { MemberTimeline } from './member-timeline';
import { PointsPanel } from './points-panel';
import { ProfilePanel } from './profile-panel';
import { t } from './strings';
import { TagsPanel } from './tags-panel';
import { TierPanel } from './tier-panel';

function MemberView({ data }: { data: MemberDetail }) {
  return (
    <>
      <MemberHead member={data} />
      <div className={styles.board}>
        <MemberTimeline memberId={data.memberId} />
        <aside className={styles.side}>
          <PointsPanel memberId={data.memberId} points={data.points} />
          <TierPanel member={data} />
          <LayerPanel member={data} />
          <TagsPanel member={data} />
          <CouponsPanel memberId={data.memberId} />
          <ProfilePanel member={data} />
        </aside>
      </div>
    </>
  );
}

export function MemberPage() {
  const { memberId = '' } = useParams();
  const [isAdjusting, setAdjusting] = useState(false);
  const query = useQuery({ queryKey: memberKey(memberId), queryFn: () => member(memberId) });
  const data = query.data;
  return (
    <Page
      title={data?.nickname || t.member}
      back={t.back}
      mark={
        data ? (
          <Pill tone={data.status === 'active' ? 'good' : 'neutral'}>
            {memberStatusNames[data.status] ?? data.status}
          </Pill>
        ) : null
      }
      actions={
        data ? (
          <Allowed to="points.adjust">
            <Button onClick={() => setAdjusting(true)}>{t.adjust}</Button>
          </Allowed>
        ) : null
      }
    >
      <QueryView query={query}>{(loaded) => <MemberView data={loaded} />}</QueryView>
      {data && isAdjusting ? <AdjustPoints member={data} onClose={() => setAdjusting(false)} /> : null}
    </Page>
  );
}
