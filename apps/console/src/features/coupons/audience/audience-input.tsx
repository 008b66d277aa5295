import { TeamOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Skeleton } from 'antd';
import { useState } from 'react';
import type { KeptAudience } from '../../../shared/api/types';
import { formatCount } from '../../../shared/format/money';
import { useAction } from '../../../shared/ui/use-action';
import { EVERYBODY, keepAudience, keptAudience, keptKey } from './api';
import styles from './audience.module.css';
import { AudienceCount, useAudienceCount } from './audience-count';
import { AudienceFields } from './audience-fields';
import { t } from './strings';

function AudienceDialog({ onKept, onClose }: { onKept: (kept: KeptAudience) => void; onClose: () => void }) {
  const [conditions, set] = useState(EVERYBODY);
  const count = useAudienceCount(conditions);
  const keep = useAction(() => keepAudience(conditions), { onDone: onKept });
  return (
    <Modal
      open
      width={760}
      title={t.dialogTitle}
      okText={t.keep}
      okButtonProps={{ disabled: !count.members }}
      confirmLoading={keep.isPending}
      onOk={() => keep.mutate()}
      onCancel={onClose}
    >
      <AudienceFields value={conditions} onChange={set} />
      <AudienceCount count={count} />
      <p className={styles.soft}>{t.keepHint}</p>
    </Modal>
  );
}

interface AudienceInputProps {
  value?: string | null;
  onChange?: (audienceId: string) => void;
  disabled?: boolean;
}

/** Who may claim a coupon: a list that is frozen when it is chosen, and replaced as a whole. */
export function AudienceInput({ value, onChange, disabled }: AudienceInputProps) {
  const client = useQueryClient();
  const [isOpen, open] = useState(false);
  const kept = useQuery({
    queryKey: keptKey(value ?? ''),
    queryFn: () => keptAudience(value ?? ''),
    enabled: Boolean(value),
  });
  return (
    <div className={styles.list}>
      {value && kept.isPending ? <Skeleton.Input active size="small" /> : null}
      {kept.data ? (
        <>
          <b>{t.people(formatCount(kept.data.members))}</b>
          <div className={styles.soft}>{kept.data.name}</div>
        </>
      ) : null}
      <Button icon={<TeamOutlined />} disabled={disabled} onClick={() => open(true)}>
        {value ? t.chooseAgain : t.chooseMembers}
      </Button>
      {isOpen ? (
        <AudienceDialog
          onClose={() => open(false)}
          onKept={(audience) => {
            client.setQueryData(keptKey(audience.audienceId), audience);
            onChange?.(audience.audienceId);
            open(false);
          }}
        />
      ) : null}
    </div>
  );
}
