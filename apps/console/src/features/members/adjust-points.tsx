import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Input, InputNumber, Modal, Radio } from 'antd';
import { messageOf } from '../../shared/api/errors';
import { useKeyedWrite } from '../../shared/api/keyed-write';
import type { MemberDetail } from '../../shared/api/types';
import { formatPoints, signedPoints } from '../../shared/format/money';
import { common } from '../../shared/text/common';
import { adjustmentLimits, adjustPoints, askAdjustment, limitsKey, memberKey } from './api';
import { t } from './strings';

interface AdjustForm {
  sign: 1 | -1;
  points: number;
  reason: string;
}

interface Adjustment {
  points: number;
  reason: string;
  needsApproval: boolean;
}

const SIGNS = [
  { value: 1, label: t.add },
  { value: -1, label: t.take },
];

/** Two routes behind one form: at once within the own limit, as a request above it. */
const useAdjustment = (memberId: string, onClose: () => void) => {
  const { message } = App.useApp();
  const client = useQueryClient();
  return useKeyedWrite(
    async ({ needsApproval, ...body }: Adjustment, key): Promise<unknown> =>
      needsApproval ? askAdjustment(memberId, body, key) : adjustPoints(memberId, body, key),
    (_done, { points, needsApproval }) => {
      message.success(needsApproval ? t.adjustAsked : t.adjusted(signedPoints(points)));
      void client.invalidateQueries({ queryKey: memberKey(memberId) });
      void client.invalidateQueries({ queryKey: ['adjustment-requests'] });
      onClose();
    },
  );
};

function Outlook({ available, points, limit }: { available: number; points: number; limit: number | null }) {
  const after = available + points;
  const needsApproval = limit !== null && Math.abs(points) > limit;
  if (limit === null) return <Alert type="error" showIcon title={t.adjustNever} />;
  if (needsApproval)
    return (
      <Alert
        type="warning"
        showIcon
        title={t.adjustNeedsApproval}
        description={t.adjustApprovalText(formatPoints(limit))}
      />
    );
  return (
    <Alert
      type={after < 0 ? 'warning' : 'info'}
      title={t.adjustPreview(formatPoints(available), formatPoints(after))}
      description={after < 0 ? t.adjustDebt : t.adjustAlone(formatPoints(limit))}
    />
  );
}

export function AdjustPoints({ member, onClose }: { member: MemberDetail; onClose: () => void }) {
  const [form] = Form.useForm<AdjustForm>();
  const points = (Form.useWatch('sign', form) ?? 1) * (Form.useWatch('points', form) ?? 0);
  const limits = useQuery({ queryKey: limitsKey, queryFn: adjustmentLimits });
  const limit = limits.data?.alone ?? null;
  const needsApproval = limit !== null && Math.abs(points) > limit;
  const adjust = useAdjustment(member.memberId, onClose);
  return (
    <Modal
      open
      title={t.adjustTitle(member.nickname)}
      okText={needsApproval ? t.adjustAsk : common.confirm}
      okButtonProps={{ disabled: limits.data === undefined || limit === null }}
      confirmLoading={adjust.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<AdjustForm>
        form={form}
        layout="vertical"
        initialValues={{ sign: 1 }}
        onFinish={(values) =>
          adjust.mutate({ points: values.sign * values.points, reason: values.reason.trim(), needsApproval })
        }
      >
        <Form.Item name="sign" label={t.direction}>
          <Radio.Group optionType="button" options={SIGNS} />
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
        {limits.data ? <Outlook available={member.points.available} points={points} limit={limit} /> : null}
        {adjust.isError ? (
          <Alert type="error" showIcon title={messageOf(adjust.error)} style={{ marginTop: 12 }} />
        ) : null}
      </Form>
    </Modal>
  );
}
