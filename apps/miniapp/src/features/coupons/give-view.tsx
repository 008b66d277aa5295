import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { platform } from '@/platform';
import { momentText, shortDate } from '@/shared/format/time';
import type { MyCoupon, OfferedGift } from '@/shared/http/types';
import { back, routes } from '@/shared/nav/nav';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Ticket } from '@/shared/ui/ticket';
import { ask, sayDone, sayError } from '@/shared/ui/toast';
import { useOffer, useWithdraw } from './gifts.api';
import { text } from './strings';
import './coupons.scss';

const t = text.gift;

export const giftPath = (token: string): string => `${routes.couponGift}?token=${token}`;

const copy = async (token: string) => {
  await Taro.setClipboardData({ data: platform.linkTo(giftPath(token)) });
  sayDone(t.copied);
};

interface GiveViewProps {
  coupon: MyCoupon;
  /** The link, once it is made; the page's share card leads there too. */
  offered: OfferedGift | null;
  onOffered: (offered: OfferedGift | null) => void;
}

/** The giver's side: what it means, the link, and the way back as long as nobody has taken it. */
export const GiveView = ({ coupon, offered, onOffered }: GiveViewProps) => {
  const offer = useOffer();
  const withdraw = useWithdraw();
  const make = () => offer.mutate(coupon.couponId, { onSuccess: onOffered, onError: sayError });
  const takeBack = async (giftId: string) => {
    if (!(await ask(t.withdrawAsk, t.withdrawNote, t.withdraw))) return;
    withdraw.mutate(giftId, {
      onSuccess: () => {
        sayDone(t.withdrawn);
        onOffered(null);
        back();
      },
      onError: sayError,
    });
  };
  return (
    <>
      <Ticket
        headline={coupon.headline}
        thresholdFen={coupon.thresholdFen}
        name={coupon.name}
        terms={coupon.terms}
        validity={[text.validUntil(shortDate(coupon.validUntil))]}
      />
      <Card className="gift-notes">
        {t.rules.map((rule) => (
          <View key={rule} className="gift-notes__line">
            <View className="gift-notes__dot" />
            <Text>{rule}</Text>
          </View>
        ))}
      </Card>
      {offered ? (
        <>
          <View id="gift-until" className="gift-until">
            {t.until(momentText(offered.expiresAt))}
          </View>
          {platform.shareButton ? (
            <Button id="share-gift" wide open={platform.shareButton}>
              {t.share}
            </Button>
          ) : (
            <Button id="copy-gift" wide onTap={() => void copy(offered.token)}>
              {t.copy}
            </Button>
          )}
          <Button
            id="withdraw-gift"
            wide
            look="plain"
            busy={withdraw.isPending}
            onTap={() => void takeBack(offered.giftId)}
          >
            {t.withdraw}
          </Button>
        </>
      ) : (
        <Button id="offer-gift" wide busy={offer.isPending} onTap={make}>
          {coupon.gift ? t.again : t.make}
        </Button>
      )}
    </>
  );
};
