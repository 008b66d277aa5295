import type { PaymentRow, RefundRow } from '../../shared/api/types';
import { Pill, type Tone } from '../../shared/ui/pill';
import { paymentStates, refundStates, t } from './strings';

const paymentTones: Record<PaymentRow['state'], Tone> = {
  created: 'warn',
  paying: 'warn',
  paid: 'good',
  'partially-refunded': 'info',
  refunded: 'neutral',
  closed: 'neutral',
};
const refundTones: Record<RefundRow['state'], Tone> = {
  requested: 'warn',
  processing: 'warn',
  succeeded: 'good',
  failed: 'bad',
};

export function PaymentPill({ state }: { state: PaymentRow['state'] }) {
  return <Pill tone={paymentTones[state]}>{paymentStates[state]}</Pill>;
}

export function RefundPill({ refund }: { refund: Pick<RefundRow, 'state' | 'needsPerson'> }) {
  return <Pill tone={refundTones[refund.state]}>{refund.needsPerson ? t.abnormal : refundStates[refund.state]}</Pill>;
}
