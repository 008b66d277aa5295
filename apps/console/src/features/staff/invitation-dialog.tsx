import { useQuery } from '@tanstack/react-query';
import { Modal, QRCode, Skeleton } from 'antd';
import type { StaffRow } from '../../shared/api/types';
import { showTime } from '../../shared/format/time';
import { CopyButton } from '../../shared/ui/copy-text';
import { QueryView } from '../../shared/ui/states';
import { inviteStaff } from './api';
import styles from './staff.module.css';
import { t } from './strings';

/** Asked for once per opening: each asking makes a new one-time code. */
export function InvitationDialog({ staff, onClose }: { staff: StaffRow; onClose: () => void }) {
  const query = useQuery({
    queryKey: ['invitation', staff.staffId],
    queryFn: () => inviteStaff(staff.staffId),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return (
    <Modal open footer={null} title={t.invitationTitle(staff.name)} onCancel={onClose}>
      <p className={styles.soft}>{t.invitationLead}</p>
      <QueryView query={query} skeleton={<Skeleton active />}>
        {(invitation) => (
          <div className={styles.invitation}>
            <QRCode value={invitation.code} size={180} color="#1c211b" bgColor="#ffffff" />
            <code className={styles.code}>{invitation.code}</code>
            <span className={styles.soft}>{t.invitationUntil(showTime(invitation.expiresAt))}</span>
            <CopyButton text={invitation.code} label={t.copyCode} />
            <span className={styles.faint}>{t.invitationAudit}</span>
          </div>
        )}
      </QueryView>
    </Modal>
  );
}
