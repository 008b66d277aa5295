import { Text, View } from '@tarojs/components';
import { points as inPoints, money, signedPoints } from '@/shared/format/amount';
import { momentText } from '@/shared/format/time';
import type { Receipt } from '@/shared/http/types';
import { Card } from '@/shared/ui/card';
import { Chip } from '@/shared/ui/chip';
import { Icon } from '@/shared/ui/icon';
import { RefundHistory } from './refund-history';
import { text } from './strings';
import { UndoState } from './undo-state';
import './clerk.scss';

const returnedOf = (line: Receipt['lines'][number]): string => {
  if (line.refundedFen === 0 && line.refundedQuantity === 0) return '';
  return line.refundedQuantity > 0
    ? text.lineReturned(line.refundedQuantity)
    : text.lineRefunded(money(line.refundedFen));
};

const State = ({ receipt }: { receipt: Receipt }) => {
  if (receipt.undo?.state === 'done') return <Chip tone="danger">{text.undoDone}</Chip>;
  if (receipt.refunded) return <Chip tone="danger">{text.refunded}</Chip>;
  if (receipt.refundState === 'partial')
    return <Chip tone="danger">{text.refundedPartly(money(receipt.refundedFen))}</Chip>;
  return <Chip>{text.points(signedPoints(receipt.points))}</Chip>;
};

const Line = ({ label, value }: { label: string; value: string }) => (
  <View className="sum">
    <Text className="soft">{label}</Text>
    <Text className="number">{value}</Text>
  </View>
);

/** The lines already carry their share of the discount; here is how the whole came about. */
const Sums = ({ receipt }: { receipt: Receipt }) => (
  <View className="receipt__lines">
    {receipt.discountFen > 0 ? (
      <>
        <Text className="faint">{text.shared}</Text>
        <Line label={text.gross} value={money(receipt.grossFen)} />
        <Line label={receipt.couponName ?? text.discount} value={text.minus(money(receipt.discountFen))} />
      </>
    ) : null}
    <Line label={text.balance} value={inPoints(receipt.balanceAfter)} />
  </View>
);

export const ReceiptView = ({ receipt, fresh }: { receipt: Receipt; fresh: boolean }) => (
  <Card className="receipt">
    {fresh && receipt.refundState === 'none' ? (
      <View className="receipt__done">
        <Icon name="check" tone="on-brand" size="large" />
      </View>
    ) : null}
    <Text className="faint">
      {receipt.undo?.state === 'done' ? text.undoDone : receipt.refunded ? text.refunded : text.paid}
    </Text>
    <Text id="receipt-paid" className="number receipt__paid">
      {money(receipt.paidFen)}
    </Text>
    <State receipt={receipt} />
    <View className="receipt__lines">
      {receipt.lines.map((line) => (
        <Line
          key={line.lineNo}
          label={[`${line.name} × ${line.quantity}`, returnedOf(line)].filter(Boolean).join(' · ')}
          value={money(line.amountFen)}
        />
      ))}
    </View>
    {receipt.undo ? <UndoState undo={receipt.undo} /> : null}
    {receipt.refunds.length > 0 ? <RefundHistory refunds={receipt.refunds} /> : null}
    <Sums receipt={receipt} />
    <View className="receipt__lines">
      {receipt.why.map((line) => (
        <Text key={line} className="preview__why">
          {line}
        </Text>
      ))}
    </View>
    <Text className="faint">{[receipt.storeName, receipt.clerkName, momentText(receipt.at)].join(' · ')}</Text>
    <View>
      <Text className="number faint">{`${text.purchaseNo} ${receipt.purchaseNo}`}</Text>
    </View>
  </Card>
);
