import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import type { CouponStatusChange } from '../../shared/api/types';
import styles from './coupons.module.css';
import { t } from './strings';

interface PauseDialogProps {
  isBusy: boolean;
  onClose: () => void;
  onChange: (change: CouponStatusChange) => void;
}

/** A pause stops claims; whether it stops the use of what is held, too, is asked. */
export function PauseDialog({ isBusy, onClose, onChange }: PauseDialogProps) {
  const [pauseUse, setPauseUse] = useState(false);
  return (
    <Modal
      open
      title={t.pauseTitle}
      okText={t.pause}
      cancelText={t.cancel}
      confirmLoading={isBusy}
      onCancel={onClose}
      onOk={() => onChange({ status: 'paused', pauseUse })}
    >
      <p className={styles.sentence}>{t.pauseNote}</p>
      <Checkbox checked={pauseUse} onChange={(event) => setPauseUse(event.target.checked)}>
        {t.pauseUse}
      </Checkbox>
    </Modal>
  );
}
