import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { money, points } from '@/shared/format/amount';
import { lastDayText, momentText } from '@/shared/format/time';
import type { MyReward } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { Button } from '@/shared/ui/button';
import { Card, Section } from '@/shared/ui/card';
import { Cell } from '@/shared/ui/cell';
import { Cover } from '@/shared/ui/illustration';
import { Qr } from '@/shared/ui/qr';
import { sayDone } from '@/shared/ui/toast';
import { CancelReward } from './cancel-reward';
import { costText, placesText } from './item-view';
import { text } from './strings';
import { ToPay } from './to-pay';
import './mall.scss';

/** ABCD EFGH JKMN: read aloud in three breaths. */
const inFours = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');

const PickUp = ({ code, expiresAt }: { code: string; expiresAt: string | null }) => (
  <Card className="pick-up">
    <Text className="soft">{text.pickUpCode}</Text>
    <Qr content={code} />
    <Text id="pick-up-code" className="pick-up__code number">
      {inFours(code)}
    </Text>
    <Text className="pick-up__hint">{text.pickUpHint}</Text>
    {expiresAt ? <Text className="faint">{text.keepUntil(lastDayText(expiresAt))}</Text> : null}
  </Card>
);

const VirtualCode = ({ code }: { code: string }) => (
  <Card className="pick-up">
    <Text className="soft">{text.virtualCode}</Text>
    <Text id="virtual-code" className="pick-up__code pick-up__code--long">
      {code}
    </Text>
    <Button
      size="small"
      look="soft"
      onTap={() => void Taro.setClipboardData({ data: code }).then(() => sayDone(text.copied))}
    >
      {text.copy}
    </Button>
  </Card>
);

/** How it ended, in one line. */
const endText = (reward: MyReward): string => {
  const { state, kind, endedAt, storeName, pricePoints, cancelNote, cancelCause } = reward;
  if (state === 'picked-up') return text.pickedUpIn(storeName ?? '', endedAt ? momentText(endedAt) : '');
  if (state === 'cancelled' && cancelCause === 'account-closed') return text.accountClosed;
  if (cancelCause === 'not-paid') return text.notPaid(points(pricePoints));
  if (cancelCause === 'undeliverable') return text.undeliverable(points(pricePoints));
  if (state === 'cancelled') return cancelNote ? text.cancelNote(cancelNote) : text.returned(points(pricePoints));
  if (state === 'expired') return endedAt ? text.returned(points(pricePoints)) : text.states.expired;
  return kind === 'donation' ? text.donated : text.inCoupons;
};

const End = ({ reward }: { reward: MyReward }) => (
  <Card className="pick-up">
    <Text id="reward-state" className="pick-up__state">
      {text.states[reward.state]}
    </Text>
    <Text className="soft">{endText(reward)}</Text>
    {reward.kind === 'coupon' ? (
      <Button size="small" look="soft" onTap={() => go(routes.coupons)}>
        {text.toCoupons}
      </Button>
    ) : null}
  </Card>
);

const Head = ({ reward }: { reward: MyReward }) => {
  if (reward.payment) return <ToPay payment={reward.payment} />;
  if (reward.pickUpCode) return <PickUp code={reward.pickUpCode} expiresAt={reward.expiresAt} />;
  return reward.code ? <VirtualCode code={reward.code} /> : <End reward={reward} />;
};

/** Where the money is that goes back. */
const RefundRow = ({ refund }: { refund: NonNullable<MyReward['refund']> }) => (
  <Cell
    id="reward-refund"
    title={text.refund}
    note={text.refundNotes[refund.state]}
    value={text.refunds[refund.state](money(refund.amountFen))}
    danger={refund.state === 'failed'}
  />
);

/** What was paid a moment ago is about to be handed out: the next look shows it. */
const canCancel = ({ state, payment }: MyReward): boolean =>
  state === 'ready' || (state === 'reserved' && payment?.isPaid === false);

export const RewardView = ({ reward }: { reward: MyReward }) => (
  <>
    <Head reward={reward} />
    <Card className="reward-row">
      <Cover url={reward.pictureUrl} seed={reward.title} className="reward-row__picture" />
      <View className="grow">
        <Text className="reward-row__title">{reward.title}</Text>
        {reward.state === 'ready' ? <Text className="faint">{placesText(reward.storeNames)}</Text> : null}
      </View>
    </Card>
    <Card className="card--list">
      <Cell title={reward.priceFen ? text.priceTitle : text.used} value={costText(reward)} />
      <Cell title={text.redeemedAt} value={momentText(reward.redeemedAt)} />
      {reward.refund ? <RefundRow refund={reward.refund} /> : null}
      <Cell title={text.number} value={<Text className="number">{reward.rewardNo}</Text>} />
    </Card>
    {reward.terms ? (
      <Section title={text.terms}>
        <Card>
          <Text className="prose">{reward.terms}</Text>
        </Card>
      </Section>
    ) : null}
    {canCancel(reward) ? <CancelReward reward={reward} /> : null}
  </>
);
