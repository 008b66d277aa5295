import { Text, View } from '@tarojs/components';
import { points as inPoints, money } from '@/shared/format/amount';
import type { RefundPreview } from '@/shared/http/types';
import { text } from './strings';
import './refund.scss';

type Figures = Omit<RefundPreview, 'couponName'> & { readonly couponName?: string | null };

const Sum = ({ label, value, strong, id }: { label: string; value: string; strong?: boolean; id?: string }) => (
  <View className={`sum ${strong ? 'sum--strong' : ''}`}>
    <Text>{label}</Text>
    <Text id={id} className="number">
      {value}
    </Text>
  </View>
);

/** What becomes of points that the shopper has used already: the clerk says it aloud before confirming. */
const spentLines = (figures: Figures): string[] =>
  [
    figures.debtPoints > 0 ? text.spentDebt(inPoints(figures.debtPoints)) : '',
    figures.deductedPoints > 0 ? text.spentDeducted(inPoints(figures.deductedPoints), money(figures.deductedFen)) : '',
    figures.writtenOffPoints > 0 ? text.spentLeft(inPoints(figures.writtenOffPoints)) : '',
  ].filter(Boolean);

const couponLine = ({ couponName, couponReturned }: Figures): string => {
  if (!couponName) return '';
  return couponReturned ? text.couponBack(couponName) : text.couponKept(couponName);
};

/** Money, points and coupon of a refund, before it is confirmed. */
export const RefundFigures = ({ figures, stale }: { figures: Figures; stale: boolean }) => (
  <View id="refund-figures" className={`refund-figures ${stale ? 'preview--stale' : ''}`}>
    {figures.deductedFen > 0 ? (
      <>
        <Sum label={text.refundAmount} value={money(figures.amountFen)} />
        <Sum label={text.refundKept(inPoints(figures.deductedPoints))} value={text.minus(money(figures.deductedFen))} />
      </>
    ) : null}
    <Sum strong id="refund-paid" label={text.refundPaid} value={money(figures.paidBackFen)} />
    <Sum
      label={text.pointsBack}
      value={figures.pointsClawedBack > 0 ? text.points(inPoints(figures.pointsClawedBack)) : text.pointsNone}
    />
    {spentLines(figures).map((line) => (
      <Text key={line} className="refund-figures__spent">
        {line}
      </Text>
    ))}
    {figures.balanceAfter === null ? null : <Sum label={text.balanceAfter} value={inPoints(figures.balanceAfter)} />}
    {figures.tierAfter ? <Sum label={text.tierNow} value={figures.tierAfter.name} /> : null}
    {couponLine(figures) ? <Text className="refund-figures__coupon">{couponLine(figures)}</Text> : null}
  </View>
);
