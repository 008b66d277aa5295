import { useQuery } from '@tanstack/react-query';
import { Input, Modal, Radio, Skeleton } from 'antd';
import { useState } from 'react';
import type { CouponBudgetsUsed, CouponStatusChange } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { QueryView } from '../../shared/ui/states';
import { budgetsKey, couponBudgets } from './api';
import styles from './coupons.module.css';
import { t } from './strings';

interface EndDialogProps {
  templateId: string;
  isBusy: boolean;
  onClose: () => void;
  onChange: (change: CouponStatusChange) => void;
}

type Fate = 'keep' | 'void';

function Choice({ used, fate, onFate }: { used: CouponBudgetsUsed; fate: Fate; onFate: (fate: Fate) => void }) {
  if (used.unused === 0) return <p className={styles.sentence}>{t.endNone}</p>;
  return (
    <>
      <p className={styles.sentence}>{t.endUnused(formatCount(used.unused), formatCount(used.unusedMembers))}</p>
      <Radio.Group
        className={styles.choices}
        value={fate}
        onChange={(event) => onFate(event.target.value as Fate)}
        options={Object.entries(t.endKinds).map(([value, label]) => ({ value, label }))}
      />
    </>
  );
}

/** The end is for good: what becomes of what members hold is decided with the number before the eyes. */
export function EndDialog({ templateId, isBusy, onClose, onChange }: EndDialogProps) {
  const query = useQuery({ queryKey: budgetsKey(templateId), queryFn: () => couponBudgets(templateId), staleTime: 0 });
  const [fate, setFate] = useState<Fate>('keep');
  const [reason, setReason] = useState('');
  const unused = query.data?.unused ?? 0;
  const isVoid = fate === 'void' && unused > 0;
  return (
    <Modal
      open
      title={t.endTitle}
      okText={isVoid ? t.endVoidConfirm(formatCount(unused)) : t.end}
      okButtonProps={{ danger: true, disabled: !query.data || (isVoid && reason.trim() === '') }}
      cancelText={t.cancel}
      confirmLoading={isBusy}
      onCancel={onClose}
      onOk={() =>
        onChange({ status: 'ended', voidUnused: isVoid ? { reason: reason.trim(), seenUnused: unused } : null })
      }
    >
      <p className={styles.sentence}>{t.endNote}</p>
      <QueryView query={query} skeleton={<Skeleton active paragraph={{ rows: 2 }} />}>
        {(used) => <Choice used={used} fate={fate} onFate={setFate} />}
      </QueryView>
      {isVoid ? (
        <div className={styles.reason}>
          <label htmlFor="end-reason">{t.endReason}</label>
          <Input
            id="end-reason"
            maxLength={100}
            placeholder={t.endReasonHint}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      ) : null}
    </Modal>
  );
}
