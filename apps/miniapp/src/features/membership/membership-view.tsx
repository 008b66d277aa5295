import { Text, View } from '@tarojs/components';
import { money } from '@/shared/format/amount';
import { dateText } from '@/shared/format/time';
import type { Membership, MyCard, PlanOffer } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { Card, Section } from '@/shared/ui/card';
import { Cell } from '@/shared/ui/cell';
import { Empty } from '@/shared/ui/empty';
import { Icon } from '@/shared/ui/icon';
import { HeldCard } from './my-card';
import { PlanCard } from './plan-card';
import { text } from './strings';
import './membership.scss';

const isHeld = ({ state }: MyCard): boolean => state === 'active' || state === 'upcoming' || state === 'ordered';

const Benefits = ({ plan }: { plan: PlanOffer }) => {
  const lines = [...plan.coupons.map(({ name, count }) => text.coupon(name, count)), ...plan.tier.benefits];
  return (
    <Section title={text.benefitsTitle(plan.tier.name)}>
      <Card>
        {lines.length === 0 ? <Text className="soft">{text.noBenefits}</Text> : null}
        {lines.map((line) => (
          <View key={line} className="benefit">
            <Icon name="check" tone="brand" size="small" />
            <Text className="grow">{line}</Text>
          </View>
        ))}
      </Card>
    </Section>
  );
};

const rulesOf = ({ usedCoupons, coupons, terms }: PlanOffer): string[] => {
  const couponRule = coupons.length > 0 ? text.couponRule[usedCoupons] : null;
  const worths = coupons
    .filter(({ worthFen }) => usedCoupons === 'deduct' && worthFen > 0)
    .map(({ name, worthFen }) => text.worth(name, money(worthFen)));
  return [text.refundRule, ...(couponRule ? [[couponRule, ...worths].join('；')] : []), ...(terms ? [terms] : [])];
};

const Rules = ({ plan }: { plan: PlanOffer }) => (
  <Section title={text.rules}>
    <Card>
      <Cell
        title={text.periodTitle}
        note={plan.isRenewal ? text.startsLater(dateText(plan.startsOn)) : text.startsNow}
        value={text.period(plan.startsOn, plan.lastOn)}
      />
      {rulesOf(plan).map((rule) => (
        <Text key={rule} className="rule prose">
          {rule}
        </Text>
      ))}
    </Card>
  </Section>
);

const endText = ({ state, refundFen, refundCause }: MyCard): string => {
  const parts = [text.states[state]];
  if (refundCause === 'account-closed') parts.push(text.accountClosed);
  if (refundFen !== null) parts.push(text.refundedFen(money(refundFen)));
  return parts.join(' · ');
};

const History = ({ cards }: { cards: readonly MyCard[] }) => (
  <Section title={text.history}>
    <Card className="card--list">
      {cards.map((card) => (
        <Cell
          key={card.cardNo}
          title={card.name}
          note={card.startsOn && card.lastOn ? text.period(card.startsOn, card.lastOn) : undefined}
          value={endText(card)}
        />
      ))}
    </Card>
  </Section>
);

const Plans = ({ plans, plan, onChoose }: Pick<Membership, 'plans'> & ViewProps) => (
  <Section title={text.choose}>
    <View className={plans.length < 3 ? 'plans plans--few' : 'plans'}>
      {plans.map((one) => (
        <PlanCard key={one.id} plan={one} isChosen={one.id === plan?.id} onChoose={() => onChoose(one.id)} />
      ))}
    </View>
    {plan?.summary ? <Text className="plan-summary">{plan.summary}</Text> : null}
    {plan?.isTierHeld ? <Text className="plan-summary">{text.tierHeld(plan.tier.name)}</Text> : null}
  </Section>
);

interface ViewProps {
  plan: PlanOffer | undefined;
  onChoose: (planId: string) => void;
}

/** My cards on top, then what is on sale with all that it gives. */
export const MembershipView = ({ membership, plan, onChoose }: ViewProps & { membership: Membership }) => {
  const { plans, cards } = membership;
  const past = cards.filter((card) => !isHeld(card));
  return (
    <>
      {cards.filter(isHeld).map((card) => (
        <HeldCard key={card.cardNo} card={card} />
      ))}
      {plans.length > 0 ? <Plans plans={plans} plan={plan} onChoose={onChoose} /> : null}
      {plan ? (
        <>
          <Benefits plan={plan} />
          <Rules plan={plan} />
        </>
      ) : null}
      {plans.length === 0 && !cards.some(isHeld) ? (
        <Empty
          picture="shop"
          title={text.empty}
          note={text.emptyNote}
          action={text.emptyAction}
          onAction={() => go(routes.tier)}
        />
      ) : null}
      {past.length > 0 ? <History cards={past} /> : null}
    </>
  );
};
