import { Button, Modal } from 'antd';
import { CopyButton } from '../../shared/ui/copy-text';
import styles from './staff.module.css';
import { t } from './strings';

export function PasswordDialog({ name, password, onClose }: { name: string; password: string; onClose: () => void }) {
  return (
    <Modal
      open
      title={t.passwordTitle(name)}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t.done}
        </Button>
      }
    >
      <p className={styles.soft}>{t.passwordLead}</p>
      <div className={styles.invitation}>
        <code className={styles.code}>{password}</code>
        <CopyButton text={password} label={t.copyPassword} />
      </div>
    </Modal>
  );
}
