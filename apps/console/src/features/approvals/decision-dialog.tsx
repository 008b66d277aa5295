import { Alert, Form, Input, Modal } from 'antd';
import type { AdjustmentRequest } from '../../shared/api/types';
import { formatPoints, signedPoints } from '../../shared/format/money';
import { showTime } from '../../shared/format/time';
import { useAction } from '../../shared/ui/use-action';
import { approvalsKey, decide } from './api';
import styles from './approvals.module.css';
import { t } from './strings';

interface DecisionDialogProps {
  request: AdjustmentRequest;
  verdict: 'approved' | 'rejected';
  onClose: () => void;
}

export function DecisionDialog({ request, verdict, onClose }: DecisionDialogProps) {
  const [form] = Form.useForm<{ note?: string }>();
  const approves = verdict === 'approved';
  const name = request.nickname ?? '';
  const after = request.available + request.points;
  const act = useAction((note: string | null) => decide(request.requestId, { verdict, note }), {
    said: t.done[verdict],
    refresh: [approvalsKey, ['member', request.memberId], ['today']],
    onDone: onClose,
  });
  const points = signedPoints(request.points);
  return (
    <Modal
      open
      title={approves ? t.approveTitle : t.rejectTitle}
      okText={approves ? t.approve : t.reject}
      okButtonProps={{ danger: !approves }}
      confirmLoading={act.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className={styles.ask}>
        {approves ? t.approveText(name, points, formatPoints(Math.max(0, after))) : t.rejectText(name, points)}
      </p>
      <blockquote className={styles.quote}>
        {request.reason}
        <span>
          {request.askedBy} · {showTime(request.askedAt)}
        </span>
      </blockquote>
      {approves && after < 0 ? (
        <Alert type="warning" showIcon title={t.short(formatPoints(request.available))} style={{ marginBottom: 16 }} />
      ) : null}
      <Form form={form} onFinish={({ note }) => act.mutate(note?.trim() || null)}>
        <Form.Item
          name="note"
          rules={approves ? [] : [{ required: true, whitespace: true, message: t.noteNeeded }]}
          style={{ marginBottom: 30 }}
        >
          <Input.TextArea rows={2} maxLength={200} showCount placeholder={t.notePlaceholder} aria-label={t.note} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
