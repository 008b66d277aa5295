import { App, Button, Form, Input, Modal, Space } from 'antd';
import { useState } from 'react';
import type { RuleVersion } from '../../../shared/api/types';
import { useMay } from '../../../shared/session/session';
import { common } from '../../../shared/text/common';
import { useAction } from '../../../shared/ui/use-action';
import { type Decision, decideRule, rulesKey } from '../api';
import styles from '../rules.module.css';
import { t } from '../strings';

interface DecisionProps {
  ruleId: string;
  version: RuleVersion;
  /** An owner whom nobody else could approve. */
  canDecideAlone?: boolean;
}

/** Approve, or send back with the reason. Who wrote the version is told to ask somebody else. */
export function DecisionButtons({ ruleId, version, canDecideAlone = false }: DecisionProps) {
  const may = useMay();
  const { modal } = App.useApp();
  const [isRejecting, setIsRejecting] = useState(false);
  const decide = useAction(
    ({ decision, note }: { decision: Decision; note: string | null }) =>
      decideRule(ruleId, { version: version.version, decision, note }),
    {
      said: (_, { decision }) => (decision === 'approve' ? t.approved : t.rejected),
      refresh: [rulesKey, ['today']],
      onDone: () => setIsRejecting(false),
    },
  );
  if (!may('rules.approve')) return null;
  if (version.isOwn && !canDecideAlone) return <span className={styles.soft}>{t.ownVersion}</span>;
  const approve = () => {
    if (!version.isOwn) return decide.mutate({ decision: 'approve', note: null });
    modal.confirm({
      title: t.approve,
      content: t.aloneNote,
      onOk: () => decide.mutate({ decision: 'approve', note: null }),
    });
  };
  return (
    <Space>
      <Button type="primary" loading={decide.isPending} onClick={approve}>
        {t.approve}
      </Button>
      <Button disabled={decide.isPending} onClick={() => setIsRejecting(true)}>
        {t.reject}
      </Button>
      <RejectDialog
        isOpen={isRejecting}
        isBusy={decide.isPending}
        onCancel={() => setIsRejecting(false)}
        onReject={(note) => decide.mutate({ decision: 'reject', note })}
      />
    </Space>
  );
}

interface RejectDialogProps {
  isOpen: boolean;
  isBusy: boolean;
  onCancel: () => void;
  onReject: (note: string) => void;
}

function RejectDialog({ isOpen, isBusy, onCancel, onReject }: RejectDialogProps) {
  const [form] = Form.useForm<{ note: string }>();
  return (
    <Modal
      open={isOpen}
      title={t.reject}
      okText={t.reject}
      cancelText={common.cancel}
      confirmLoading={isBusy}
      destroyOnHidden
      onCancel={onCancel}
      onOk={() => form.submit()}
    >
      <Form form={form} layout="vertical" disabled={false} onFinish={({ note }) => onReject(note.trim())}>
        <Form.Item
          name="note"
          label={t.rejectNote}
          rules={[{ required: true, whitespace: true, message: common.required }]}
        >
          <Input.TextArea rows={3} maxLength={200} showCount placeholder={t.rejectNoteHint} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
