import { Alert, Button, Modal } from 'antd';
import type { ApiKeyMade } from '../../shared/api/types';
import { CopyButton } from '../../shared/ui/copy-text';
import styles from './integrations.module.css';
import { exampleCall, t } from './strings';

/** The only time that the secret is seen: it closes by its own button alone. */
export function SecretDialog({ made, onClose }: { made: ApiKeyMade; onClose: () => void }) {
  const example = exampleCall(window.location.origin, made.secret);
  return (
    <Modal
      open
      width={640}
      title={t.secretTitle}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {t.close}
        </Button>
      }
    >
      <Alert type="warning" showIcon title={t.secretLead} />
      <div className={styles.secret}>
        <code id="secret">{made.secret}</code>
        <CopyButton text={made.secret} label={t.copySecret} />
      </div>
      <h4 className={styles.heading}>{t.example}</h4>
      <pre className={styles.example}>{example}</pre>
      <CopyButton text={example} label={t.copyExample} />
    </Modal>
  );
}
