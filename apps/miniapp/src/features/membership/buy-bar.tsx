import { Text, View } from '@tarojs/components';
import { money } from '@/shared/format/amount';
import { isOffline } from '@/shared/http/api-error';
import type { PlanOffer } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { usePay } from '@/shared/pay/use-pay';
import { useSessionStore } from '@/shared/session/store';
import { Button } from '@/shared/ui/button';
import { say, sayError } from '@/shared/ui/toast';
import { staleByCards, useOrder } from './membership.api';
import { text } from './strings';

/** The page's one action: buy, or renew, or the plain reason why not. */
export const BuyBar = ({ plan }: { plan: PlanOffer }) => {
  const isMember = useSessionStore((session) => session.state === 'member');
  const order = useOrder();
  const paying = usePay(staleByCards);
  if (!isMember)
    return (
      <Button wide onTap={() => go(routes.join)}>
        {text.join}
      </Button>
    );
  const buy = () =>
    order.mutate(plan, {
      onSuccess: ({ paymentNo }) => paying.mutate(paymentNo),
      onError: (error) => (isOffline(error) ? say(text.unsure) : sayError(error)),
    });
  const amount = money(plan.priceFen);
  return (
    <View>
      <Button id="buy-card" wide busy={order.isPending || paying.isPending} disabled={plan.why !== null} onTap={buy}>
        {plan.why?.text ?? (plan.isRenewal ? text.renew(amount) : text.buy(amount))}
      </Button>
      <Text className="buy-note">{text.noAuto}</Text>
    </View>
  );
};
