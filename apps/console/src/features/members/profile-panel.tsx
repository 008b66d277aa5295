import { Divider } from 'antd';
import type { ReactNode } from 'react';
import type { MemberDetail } from '../../shared/api/types';
import { showDate, showDay } from '../../shared/format/time';
import { Panel } from '../../shared/ui/panel';
import { Pill } from '../../shared/ui/pill';
import styles from './member.module.css';
import { t } from './strings';

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.line}>
      <span className={styles.soft}>{label}</span>
      <span className={styles.lineValue}>{children}</span>
    </div>
  );
}

export function ProfilePanel({ member }: { member: MemberDetail }) {
  return (
    <Panel title={t.profile}>
      <Line label={t.birthday}>{showDate(member.birthday)}</Line>
      <Line label={t.gender}>{t.genders[member.gender] ?? member.gender}</Line>
      <Divider titlePlacement="start" plain>
        {t.identities}
      </Divider>
      {member.identities.map((identity) => (
        <Line key={`${identity.kind}-${identity.valueMasked}`} label={t.identityNames[identity.kind] ?? identity.kind}>
          {identity.valueMasked}
          <span className={styles.faint}>{showDay(identity.at)}</span>
        </Line>
      ))}
      <Divider titlePlacement="start" plain>
        {t.consents}
      </Divider>
      {member.consents.length === 0 ? <span className={styles.soft}>{t.consentsNone}</span> : null}
      {member.consents.map((consent) => (
        <Line key={consent.purpose} label={t.purposes[consent.purpose] ?? consent.purpose}>
          <Pill tone={consent.granted ? 'good' : 'neutral'}>{consent.granted ? t.granted : t.withdrawn}</Pill>
          <span className={styles.faint}>
            {t.version(String(consent.version))} · {showDay(consent.at)}
          </span>
        </Line>
      ))}
    </Panel>
  );
}
