import { Text, View } from '@tarojs/components';
import { points as inPoints, money } from '@/shared/format/amount';
import type { RefundAnswer, RefundPreview } from '@/shared/http/types';
import { text } from './strings';
import './refund.scss';

/** A refund as it is previewed, or as it was done: then there is nothing left to say of tier and coupon beforehand. */
type Figures = RefundAnswer | RefundPreview;

const Sum = ({ label, value, strong, id }: { label: string; value: string; strong?: boolean; id?: string }) => (
  <View className={`sum ${strong ? 'sum--strong' : ''}`}>
    <Text>{label}</Text>
    <Text id={id} className="number">
      {value}
    </Text>
  </View>
);

/** What a coupon no longer earns is kept back, and given back again when the rest goes back, too. */
const Unearned = ({ fen }: { fen: number }) => {
  if (fen === 0) return null;
  return fen > 0 ? (
    <Sum id="refund-unearned" label={text.refundUnearned} value={text.minus(money(fen))} />
  ) : (
    <Sum label={text.refundGivenBack} value={text.plus(money(-fen))} />
  );
};

/** Points that the shopper has used already: what becomes of them is said aloud before confirming. */
const isShort = ({ debtPoints, deductedPoints, writtenOffPoints }: Figures): boolean =>
  debtPoints + deductedPoints + writtenOffPoints > 0;

const balanceOf = (balance: number): string => (balance < 0 ? text.owes(inPoints(-balance)) : inPoints(balance));

const consequences = (figures: Figures): string[] => {
  if (!('couponName' in figures)) return figures.couponReturned ? [text.couponReturned] : [];
  const { couponName, couponReturned, tierBefore, tierAfter } = figures;
  const coupon = couponReturned ? text.couponBack : text.couponKept;
  return [
    ...(couponName ? [coupon(couponName)] : []),
    ...(tierBefore && tierAfter && tierBefore.code !== tierAfter.code
      ? [text.tierFalls(tierBefore.name, tierAfter.name)]
      : []),
  ];
};

/** Money, points and coupon of a refund. */
export const RefundFigures = ({ figures, stale }: { figures: Figures; stale?: boolean }) => (
  <View id="refund-figures" className={`refund-figures ${stale ? 'preview--stale' : ''}`}>
    {figures.paidBackFen === figures.amountFen ? null : (
      <Sum label={text.refundAmount} value={money(figures.amountFen)} />
    )}
    {figures.deductedFen > 0 ? (
      <Sum label={text.refundKept(inPoints(figures.deductedPoints))} value={text.minus(money(figures.deductedFen))} />
    ) : null}
    <Unearned fen={figures.couponDeductedFen} />
    <Sum strong id="refund-paid" label={text.refundPaid} value={money(figures.paidBackFen)} />
    {figures.balanceAfter === null ? null : <Sum label={text.balanceAfter} value={balanceOf(figures.balanceAfter)} />}
    {figures.why.map((line) => (
      <Text
        key={line}
        className={isShort(figures) ? 'refund-figures__note refund-figures__short' : 'refund-figures__note'}
      >
        {line}
      </Text>
    ))}
    {consequences(figures).map((line) => (
      <Text key={line} className="refund-figures__note">
        {line}
      </Text>
    ))}
  </View>
);
