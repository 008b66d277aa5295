import { Text, View } from '@tarojs/components';
import { money, moneyShort } from '@/shared/format/amount';
import type { PlanOffer } from '@/shared/http/types';
import { Chip } from '@/shared/ui/chip';
import { pricePer } from './price';
import { text } from './strings';

const FEW = 50;

interface PlanCardProps {
  plan: PlanOffer;
  isChosen: boolean;
  onChoose: () => void;
}

/** One plan to choose: name, price, and what that is for a month or a day. */
export const PlanCard = ({ plan, isChosen, onChoose }: PlanCardProps) => {
  const { fen, per } = pricePer(plan.priceFen, plan.duration);
  return (
    <View
      id={`plan-${plan.id}`}
      className={`plan ${isChosen ? 'plan--chosen' : ''}`}
      hoverClass="pressed"
      aria-role="radio"
      aria-checked={isChosen}
      onClick={onChoose}
    >
      <Text className="plan__name">{plan.name}</Text>
      <Text className="plan__duration">{text.duration[plan.duration.unit](plan.duration.count)}</Text>
      <Text className="plan__price number">{moneyShort(plan.priceFen)}</Text>
      <Text className="plan__per">{text.per[per](money(fen))}</Text>
      {plan.stockLeft !== null && plan.stockLeft > 0 && plan.stockLeft <= FEW ? (
        <Chip tone="accent">{text.left(plan.stockLeft)}</Chip>
      ) : null}
    </View>
  );
};
