import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Progress } from 'antd';
import { useState } from 'react';
import type { MemberDetail } from '../../shared/api/types';
import { showDate } from '../../shared/format/time';
import { Allowed } from '../../shared/ui/allowed';
import { Panel } from '../../shared/ui/panel';
import { QueryView } from '../../shared/ui/states';
import { TierMark } from '../../shared/ui/tier-mark';
import { EndGrantDialog } from './end-grant-dialog';
import { GrantTierDialog } from './grant-tier-dialog';
import { t } from './strings';
import styles from './tier.module.css';
import { type MemberTier, memberTier, memberTierKey } from './tier-api';
import { TierHistory } from './tier-history';

type Standing = NonNullable<MemberTier['standing']>;

function Way({ label, hint, percent, colour }: { label: string; hint: string; percent: number; colour: string }) {
  return (
    <div className={styles.way}>
      <div className={styles.wayHead}>
        <span>{label}</span>
        <b>{percent}%</b>
      </div>
      <Progress
        percent={percent}
        showInfo={false}
        strokeColor={colour}
        size={['100%', 8]}
        aria-label={`${label} ${percent}%`}
      />
      <p>{hint}</p>
    </div>
  );
}

function Ways({ standing }: { standing: Standing }) {
  const { next, keep, tiers, colour } = standing;
  const nextColour = tiers.find(({ code }) => code === next?.code)?.colour ?? colour;
  return (
    <>
      {next ? (
        <Way label={t.wayUp(next.name)} hint={next.hint} percent={standing.progressPercent} colour={nextColour} />
      ) : (
        <p className={styles.soft}>{t.topTier}</p>
      )}
      {keep && !keep.graceUntil ? (
        <Way label={t.wayKeep(keep.name)} hint={keep.hint} percent={keep.progressPercent} colour={colour} />
      ) : null}
    </>
  );
}

function TierBody({ data, onEnd }: { data: MemberTier; onEnd: () => void }) {
  const { standing, grants, history } = data;
  const active = grants.find(({ isActive }) => isActive);
  return (
    <>
      {standing?.keep?.graceUntil ? (
        <Alert
          type="warning"
          showIcon
          title={t.inGrace(showDate(standing.keep.graceUntil))}
          description={standing.keep.hint}
        />
      ) : null}
      {standing ? (
        <p className={styles.soft}>{t.counted(standing.qualifyingText, showDate(standing.windowFrom))}</p>
      ) : null}
      {standing ? <Ways standing={standing} /> : null}
      {active ? (
        <div className={styles.grant}>
          <div>
            <b>{t.grantedUntil(active.name, showDate(active.until))}</b>
            <span>{t.grantedWhy(active.reason, active.by)}</span>
          </div>
          <Allowed to="tiers.write">
            <Button size="small" onClick={onEnd}>
              {t.endGrant}
            </Button>
          </Allowed>
        </div>
      ) : null}
      <TierHistory history={history} />
    </>
  );
}

/** Where the member stands, what it takes to rise and to keep, what was given by hand, and how it came to this. */
export function TierPanel({ member }: { member: MemberDetail }) {
  const [dialog, setDialog] = useState<'grant' | 'end' | null>(null);
  const query = useQuery({ queryKey: memberTierKey(member.memberId), queryFn: () => memberTier(member.memberId) });
  const close = () => setDialog(null);
  return (
    <Panel
      title={
        <span className={styles.tierTitle}>
          {t.tier}
          <TierMark tier={query.data?.standing ?? member.tier} />
        </span>
      }
      extra={
        <Allowed to="tiers.write">
          <Button size="small" onClick={() => setDialog('grant')}>
            {t.grant}
          </Button>
        </Allowed>
      }
    >
      <QueryView query={query}>{(data) => <TierBody data={data} onEnd={() => setDialog('end')} />}</QueryView>
      {dialog === 'grant' ? <GrantTierDialog member={member} onClose={close} /> : null}
      {dialog === 'end' ? <EndGrantDialog member={member} onClose={close} /> : null}
    </Panel>
  );
}
