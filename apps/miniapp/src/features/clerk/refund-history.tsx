import { Text, View } from '@tarojs/components';
import { points as inPoints, money } from '@/shared/format/amount';
import { momentText } from '@/shared/format/time';
import type { Receipt } from '@/shared/http/types';
import { text } from './strings';
import './refund.scss';

type Made = Receipt['refunds'][number];

const wordsOf = (refund: Made): string =>
  [
    ...refund.lines.filter((line) => line.quantity > 0).map((line) => `${line.name} × ${line.quantity}`),
    refund.reason,
    refund.clerkName,
    momentText(refund.at),
  ]
    .filter(Boolean)
    .join(' · ');

/** What came back of a purchase so far, the first refund first. */
export const RefundHistory = ({ refunds }: { refunds: readonly Made[] }) => (
  <View className="receipt__lines">
    {refunds.map((refund) => (
      <View key={refund.refundNo} className="refund-history">
        <View className="sum">
          <Text>{text.refund}</Text>
          <Text className="number">{text.minus(money(refund.paidBackFen))}</Text>
        </View>
        {refund.points && refund.points.pointsClawedBack > 0 ? (
          <View className="sum">
            <Text className="soft">{text.pointsBack}</Text>
            <Text className="number">{text.minus(inPoints(refund.points.pointsClawedBack))}</Text>
          </View>
        ) : null}
        <Text className="faint">{wordsOf(refund)}</Text>
      </View>
    ))}
  </View>
);
