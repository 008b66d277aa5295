import { Form, Input, Modal } from 'antd';
import type { BillDifference } from '../../shared/api/types';
import { common } from '../../shared/text/common';
import { useAction } from '../../shared/ui/use-action';
import { daysKey, differencesKey, settleDifference } from './api';
import { differenceKinds, subjects, t } from './strings';

export function SettleDialog({ difference, onClose }: { difference: BillDifference; onClose: () => void }) {
  const [form] = Form.useForm<{ note: string }>();
  const settle = useAction((note: string) => settleDifference(difference.id, note), {
    said: t.settleDone,
    refresh: [differencesKey, daysKey],
    onDone: onClose,
  });
  return (
    <Modal
      open
      title={t.settleTitle}
      okText={t.settleOk}
      cancelText={common.cancel}
      confirmLoading={settle.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>
        {subjects[difference.subject]} <code>{difference.number}</code>：{differenceKinds[difference.kind]}
      </p>
      <p>{t.settleText}</p>
      <Form form={form} layout="vertical" onFinish={({ note }) => settle.mutate(note.trim())}>
        <Form.Item
          name="note"
          label={t.note}
          rules={[{ required: true, whitespace: true, message: t.settleNeeded }]}
          style={{ marginBottom: 30 }}
        >
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
