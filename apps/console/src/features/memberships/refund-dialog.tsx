import { useQuery } from '@tanstack/react-query';
import { Alert, Form, Input, Modal, Skeleton } from 'antd';
import type { MembershipCard, MembershipRefundPreview } from '../../shared/api/types';
import { formatFen } from '../../shared/format/money';
import { QueryView } from '../../shared/ui/states';
import { useAction } from '../../shared/ui/use-action';
import { cardsKey, plansKey, previewRefund, refundCard, refundKey } from './api';
import styles from './memberships.module.css';
import { t } from './strings';

function Sum({ preview: { sum, usedCoupons, why } }: { preview: MembershipRefundPreview }) {
  if (!sum) return <Alert type="warning" showIcon title={why?.text} style={{ margin: '12px 0' }} />;
  return (
    <>
      <div className={styles.sum}>
        <dl>
          <dt>{sum.isWhole ? t.refundWhole : t.refundDays}</dt>
          <dd>{t.refundDaysText(sum.daysLeft, sum.daysTotal)}</dd>
          {sum.deductedFen > 0 ? (
            <>
              <dt>{t.refundDaysFen}</dt>
              <dd>{formatFen(sum.daysFen)}</dd>
              <dt>{t.refundDeducted(usedCoupons)}</dt>
              <dd>{formatFen(-sum.deductedFen)}</dd>
            </>
          ) : null}
          <dt>{t.refundAmount}</dt>
          <dd className={styles.amount}>{formatFen(sum.amountFen)}</dd>
        </dl>
      </div>
      <p className={styles.hint}>{t.refundEffect}</p>
    </>
  );
}

/** What would go back is shown first, and that very amount is asked for. */
export function RefundDialog({ card, onClose }: { card: MembershipCard; onClose: () => void }) {
  const [form] = Form.useForm<{ note: string }>();
  const { cardNo } = card;
  const query = useQuery({ queryKey: refundKey(cardNo), queryFn: () => previewRefund(cardNo), gcTime: 0 });
  const amountFen = query.data?.sum?.amountFen;
  const refund = useAction((body: { amountFen: number; note: string }) => refundCard(cardNo, body), {
    said: (sum) => t.refundDone(formatFen(sum.amountFen)),
    refresh: [cardsKey, plansKey],
    onDone: onClose,
  });
  return (
    <Modal
      open
      title={t.refundTitle}
      okText={amountFen === undefined ? t.refund : t.refundOk(formatFen(amountFen))}
      cancelText={t.refundKeep}
      okButtonProps={{ danger: true, disabled: amountFen === undefined }}
      confirmLoading={refund.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t.refundText(card.nickname, card.name)}</p>
      <QueryView query={query} skeleton={<Skeleton active paragraph={{ rows: 3 }} />}>
        {(preview) => <Sum preview={preview} />}
      </QueryView>
      <Form
        form={form}
        layout="vertical"
        disabled={amountFen === undefined}
        onFinish={({ note }) => amountFen !== undefined && refund.mutate({ amountFen, note: note.trim() })}
      >
        <Form.Item
          name="note"
          label={t.refundNote}
          rules={[{ required: true, whitespace: true, message: t.refundNoteNeeded }]}
          style={{ marginBottom: 30 }}
        >
          <Input.TextArea rows={2} maxLength={120} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
