import { useQuery } from '@tanstack/react-query';
import { Button, Descriptions, Divider, Drawer } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { PaymentDetail } from '../../shared/api/types';
import { formatFen } from '../../shared/format/money';
import { showExact } from '../../shared/format/time';
import { Allowed } from '../../shared/ui/allowed';
import { QueryView } from '../../shared/ui/states';
import { paymentsKey, readPayment } from './api';
import { Notices, Refunds } from './payment-history';
import styles from './payments.module.css';
import { PaymentPill } from './pills';
import { RefundDialog } from './refund-dialog';
import { purposeName, t } from './strings';

const factsOf = (payment: PaymentDetail) => [
  { key: 'what', label: t.what, children: payment.description },
  { key: 'purpose', label: t.purpose, children: purposeName(payment.purpose) },
  { key: 'reference', label: t.order, children: <code className={styles.number}>{payment.reference}</code> },
  {
    key: 'member',
    label: t.member,
    children: <Link to={`/members/${payment.memberId}`}>{payment.nickname ?? payment.memberNo ?? '—'}</Link>,
  },
  { key: 'created', label: t.createdAt, children: showExact(payment.createdAt) },
  payment.paidAt
    ? { key: 'paid', label: t.paidAt, children: showExact(payment.paidAt) }
    : { key: 'expires', label: t.expiresAt, children: showExact(payment.expiresAt) },
  ...(payment.transactionId
    ? [{ key: 'wechat', label: t.wechatNo, children: <code className={styles.number}>{payment.transactionId}</code> }]
    : []),
  ...(payment.payerFen !== null && payment.payerFen !== payment.amountFen
    ? [{ key: 'payer', label: t.payer, children: formatFen(payment.payerFen) }]
    : []),
  ...(payment.settledBy ? [{ key: 'settled', label: t.settledBy, children: t.settledWays[payment.settledBy] }] : []),
];

function Detail({ payment }: { payment: PaymentDetail }) {
  const [isRefunding, refund] = useState(false);
  const leftFen = payment.amountFen - payment.reservedFen;
  const canRefund = leftFen > 0 && (payment.state === 'paid' || payment.state === 'partially-refunded');
  return (
    <>
      <div className={styles.sum}>
        <span>{formatFen(payment.amountFen)}</span>
        <PaymentPill state={payment.state} />
        {canRefund ? (
          <Allowed to="payments.refund">
            <Button danger onClick={() => refund(true)}>
              {t.refund}
            </Button>
          </Allowed>
        ) : null}
      </div>
      {payment.isLate ? <p className={styles.late}>{t.late}</p> : null}
      <Descriptions column={1} size="small" items={factsOf(payment)} />
      <Divider titlePlacement="start" plain>
        {t.refunds}
      </Divider>
      <Refunds refunds={payment.refunds} />
      <Divider titlePlacement="start" plain>
        {t.notices}
      </Divider>
      <Notices notices={payment.notices} />
      {isRefunding ? (
        <RefundDialog paymentNo={payment.paymentNo} leftFen={leftFen} onClose={() => refund(false)} />
      ) : null}
    </>
  );
}

/** One payment with all that is known of it; renewed while something is under way. */
export function PaymentDrawer({ paymentNo, onClose }: { paymentNo: string | null; onClose: () => void }) {
  const query = useQuery({
    queryKey: [...paymentsKey, 'one', paymentNo],
    queryFn: () => readPayment(paymentNo ?? ''),
    enabled: paymentNo !== null,
    refetchInterval: 5_000,
  });
  return (
    <Drawer open={paymentNo !== null} size={480} title={paymentNo ?? t.detail} onClose={onClose}>
      {paymentNo ? <QueryView query={query}>{(payment) => <Detail payment={payment} />}</QueryView> : null}
    </Drawer>
  );
}
