import { Alert, Form, Input, Modal } from 'antd';
import { messageOf } from '../../shared/api/errors';
import type { MemberDetail } from '../../shared/api/types';
import { common } from '../../shared/text/common';
import { useAction } from '../../shared/ui/use-action';
import { memberKey } from './api';
import { t } from './strings';
import { endGrant } from './tier-api';

export function EndGrantDialog({ member, onClose }: { member: MemberDetail; onClose: () => void }) {
  const [form] = Form.useForm<{ reason: string }>();
  const end = useAction((reason: string) => endGrant(member.memberId, reason), {
    said: t.grantEnded,
    refresh: [memberKey(member.memberId)],
    onDone: onClose,
  });
  return (
    <Modal
      open
      title={t.endGrant}
      okText={common.confirm}
      okButtonProps={{ danger: true }}
      confirmLoading={end.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={({ reason }) => end.mutate(reason.trim())}>
        <Form.Item
          name="reason"
          label={t.reason}
          extra={t.endGrantHint}
          rules={[{ required: true, whitespace: true, message: common.required }]}
        >
          <Input.TextArea rows={2} maxLength={100} showCount />
        </Form.Item>
        {end.isError ? <Alert type="error" showIcon title={messageOf(end.error)} /> : null}
      </Form>
    </Modal>
  );
}
