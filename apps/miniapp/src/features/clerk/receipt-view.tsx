import { Text, View } from '@tarojs/components';
import { points as inPoints, money, signedPoints } from '@/shared/format/amount';
import { momentText } from '@/shared/format/time';
import type { Receipt } from '@/shared/http/types';
import { Card } from '@/shared/ui/card';
import { Chip } from '@/shared/ui/chip';
import { Icon } from '@/shared/ui/icon';
import { text } from './strings';
import './clerk.scss';

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
    {fresh && !receipt.refunded ? (
      <View className="receipt__done">
        <Icon name="check" tone="on-brand" size="large" />
      </View>
    ) : null}
    <Text className="faint">{receipt.refunded ? text.refunded : text.paid}</Text>
    <Text id="receipt-paid" className="number receipt__paid">
      {money(receipt.paidFen)}
    </Text>
    {receipt.refunded ? (
      <Chip tone="danger">{text.refunded}</Chip>
    ) : (
      <Chip>{text.points(signedPoints(receipt.points))}</Chip>
    )}
    <View className="receipt__lines">
      {receipt.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a receipt never move
        <Line key={index} label={`${line.name} × ${line.quantity}`} value={money(line.amountFen)} />
      ))}
    </View>
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
