import { Form, Input, Modal } from 'antd';
import type { MallReward } from '../../shared/api/types';
import { formatFen, formatPoints } from '../../shared/format/money';
import { useAction } from '../../shared/ui/use-action';
import { cancelReward, itemsKey, rewardsKey } from './api';
import { t } from './strings';

export function CancelDialog({ reward, onClose }: { reward: MallReward; onClose: () => void }) {
  const [form] = Form.useForm<{ note: string }>();
  const cancel = useAction((note: string) => cancelReward(reward.rewardNo, note), {
    said: ({ pointsReturned, refundFen }) =>
      refundFen
        ? t.cancelDonePaid(formatPoints(pointsReturned), formatFen(refundFen))
        : t.cancelDone(formatPoints(pointsReturned)),
    refresh: [rewardsKey, itemsKey],
    onDone: onClose,
  });
  return (
    <Modal
      open
      title={t.cancelTitle}
      okText={t.cancelOk}
      cancelText={t.keep}
      okButtonProps={{ danger: true }}
      confirmLoading={cancel.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>
        {t.cancelText(reward.nickname, reward.title, formatPoints(reward.pricePoints))}
        {reward.priceFen && reward.state === 'ready' ? t.cancelTextPaid(formatFen(reward.priceFen)) : null}
      </p>
      <Form form={form} layout="vertical" onFinish={({ note }) => cancel.mutate(note.trim())}>
        <Form.Item
          name="note"
          label={t.cancelNote}
          rules={[{ required: true, whitespace: true, message: t.cancelNoteNeeded }]}
          style={{ marginBottom: 30 }}
        >
          <Input.TextArea rows={2} maxLength={120} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
