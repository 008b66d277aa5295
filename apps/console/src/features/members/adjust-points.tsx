import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Input, InputNumber, Modal, Radio } from 'antd';
import { messageOf } from '../../shared/api/errors';
import { useKeyedWrite } from '../../shared/api/keyed-write';
import type { MemberDetail } from '../../shared/api/types';
import { formatPoints, signedPoints } from '../../shared/format/money';
import { common } from '../../shared/text/common';
import { adjustPoints, memberKey } from './api';
import { t } from './strings';

interface AdjustForm {
  sign: 1 | -1;
  points: number;
  reason: string;
}

export function AdjustPoints({ member, onClose }: { member: MemberDetail; onClose: () => void }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<AdjustForm>();
  const sign = Form.useWatch('sign', form) ?? 1;
  const points = Form.useWatch('points', form) ?? 0;
  const after = member.points.available + sign * points;
  const adjust = useKeyedWrite(
    (input: { points: number; reason: string }, key) => adjustPoints(member.memberId, input, key),
    (_entry, input) => {
      message.success(t.adjusted(signedPoints(input.points)));
      void client.invalidateQueries({ queryKey: memberKey(member.memberId) });
      onClose();
    },
  );
  return (
    <Modal
      open
      title={t.adjustTitle(member.nickname)}
      okText={common.confirm}
      confirmLoading={adjust.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<AdjustForm>
        form={form}
        layout="vertical"
        initialValues={{ sign: 1 }}
        onFinish={(values) => adjust.mutate({ points: values.sign * values.points, reason: values.reason.trim() })}
      >
        <Form.Item name="sign" label={t.direction}>
          <Radio.Group
            optionType="button"
            options={[
              { value: 1, label: t.add },
              { value: -1, label: t.take },
            ]}
          />
        </Form.Item>
        <Form.Item name="points" label={t.amount} rules={[{ required: true, message: common.required }]}>
          <InputNumber min={1} max={1_000_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t.reason}
          extra={t.reasonHint}
          rules={[{ required: true, whitespace: true, min: 4, message: t.reasonNeeded }]}
        >
          <Input.TextArea rows={2} maxLength={100} showCount />
        </Form.Item>
        <Alert
          style={{ marginBottom: 20 }}
          type={after < 0 ? 'warning' : 'info'}
          title={t.adjustPreview(formatPoints(member.points.available), formatPoints(after))}
          description={after < 0 ? t.adjustDebt : undefined}
        />
        {adjust.isError ? (
          <Alert type="error" showIcon title={messageOf(adjust.error)} style={{ marginTop: 12 }} />
        ) : null}
      </Form>
    </Modal>
  );
}
