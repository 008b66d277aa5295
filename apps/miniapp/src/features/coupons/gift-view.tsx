import { Text, View } from '@tarojs/components';
import { momentText, shortDate } from '@/shared/format/time';
import type { CouponGift } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { useSessionStore } from '@/shared/session/store';
import { Button } from '@/shared/ui/button';
import { Illustration } from '@/shared/ui/illustration';
import { Ticket } from '@/shared/ui/ticket';
import { sayDone, sayError } from '@/shared/ui/toast';
import { useAccept } from './gifts.api';
import { text } from './strings';
import './coupons.scss';

const t = text.gift;

interface GiftViewProps {
  gift: CouponGift;
  token: string;
  onChanged: () => void;
}

const Take = ({ token, onChanged }: Omit<GiftViewProps, 'gift'>) => {
  const accept = useAccept();
  const isMember = useSessionStore((session) => session.state === 'member');
  if (!isMember)
    return (
      <Button id="join-for-gift" wide onTap={() => go(routes.join, { gift: token })}>
        {t.joinAndTake}
      </Button>
    );
  const take = () =>
    accept.mutate(token, {
      onSuccess: () => sayDone(t.got),
      onError: sayError,
      onSettled: onChanged,
    });
  return (
    <Button id="accept-gift" wide busy={accept.isPending} onTap={take}>
      {t.take}
    </Button>
  );
};

/** The friend's side of the link: what it is, from whom, and what became of it. */
export const GiftView = ({ gift, token, onChanged }: GiftViewProps) => {
  const { standing } = gift;
  const isOver = standing !== 'open' && standing !== 'own' && standing !== 'mine';
  return (
    <>
      <View className="gift-head">
        <Illustration name="ticket" />
        <Text id="gift-standing" className="gift-head__title">
          {t.standings[standing](gift.from)}
        </Text>
        {standing === 'open' ? <Text className="soft">{t.until(momentText(gift.expiresAt))}</Text> : null}
      </View>
      <Ticket
        headline={gift.headline}
        thresholdFen={gift.thresholdFen}
        name={gift.name}
        terms={gift.terms}
        validity={[text.validUntil(shortDate(gift.validUntil))]}
        faded={isOver}
        stamp={isOver ? t.stamps[standing] : undefined}
      />
      <View className="gift-deed">
        {standing === 'open' ? (
          <Take token={token} onChanged={onChanged} />
        ) : (
          <Button wide look={standing === 'mine' ? 'primary' : 'soft'} onTap={() => go(routes.coupons)}>
            {t.toCoupons}
          </Button>
        )}
      </View>
    </>
  );
};
