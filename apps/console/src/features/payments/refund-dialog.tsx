import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Modal } from 'antd';
import { messageOf } from '../../shared/api/errors';
import { useKeyedWrite } from '../../shared/api/keyed-write';
import { formatFen } from '../../shared/format/money';
import { common } from '../../shared/text/common';
import { MoneyInput } from '../../shared/ui/pickers';
import { daysKey, giveBack, paymentsKey, refundsKey } from './api';
import { t } from './strings';

interface Wish {
  amountFen: number;
  reason: string;
}

interface RefundDialogProps {
  paymentNo: string;
  /** What is not on its way back yet. */
  leftFen: number;
  onClose: () => void;
}

/** The refund carries one key however often it is sent: a lost answer never gives the money back twice. */
const useGiveBack = (paymentNo: string, onClose: () => void) => {
  const { message } = App.useApp();
  const client = useQueryClient();
  return useKeyedWrite(
    (wish: Wish, key) => giveBack(paymentNo, wish, key),
    () => {
      message.success(t.refundDone);
      for (const queryKey of [paymentsKey, refundsKey, daysKey]) void client.invalidateQueries({ queryKey });
      onClose();
    },
  );
};

export function RefundDialog({ paymentNo, leftFen, onClose }: RefundDialogProps) {
  const [form] = Form.useForm<Wish>();
  const amountFen = Form.useWatch('amountFen', form);
  const back = useGiveBack(paymentNo, onClose);
  const atMost = async (_: unknown, fen: number | null) => {
    if (fen !== null && fen > leftFen) throw new Error(t.refundTooMuch);
  };
  return (
    <Modal
      open
      title={t.refundTitle}
      okText={t.refundOk(formatFen(amountFen ?? 0))}
      cancelText={common.cancel}
      okButtonProps={{ danger: true, disabled: !amountFen }}
      confirmLoading={back.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t.refundLead(formatFen(leftFen))}</p>
      <Alert type="info" showIcon title={t.refundOnlyMoney} style={{ marginBottom: 16 }} />
      {back.error ? <Alert type="error" showIcon title={messageOf(back.error)} style={{ marginBottom: 16 }} /> : null}
      <Form
        form={form}
        layout="vertical"
        onFinish={({ amountFen: fen, reason }) => back.mutate({ amountFen: fen, reason: reason.trim() })}
      >
        <Form.Item
          name="amountFen"
          label={t.refundAmount}
          extra={
            <Button type="link" size="small" onClick={() => form.setFieldValue('amountFen', leftFen)}>
              {t.refundAll} {formatFen(leftFen)}
            </Button>
          }
          rules={[{ required: true, message: common.required }, { validator: atMost }]}
        >
          <MoneyInput min={0.01} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t.refundReason}
          rules={[{ required: true, whitespace: true, message: t.refundReasonNeeded }]}
          style={{ marginBottom: 30 }}
        >
          <Input.TextArea rows={2} maxLength={80} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
