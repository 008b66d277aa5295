import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { points } from '@/shared/format/amount';
import { lastDayText, momentText } from '@/shared/format/time';
import type { MyReward } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { Button } from '@/shared/ui/button';
import { Card, Section } from '@/shared/ui/card';
import { Cell } from '@/shared/ui/cell';
import { Cover } from '@/shared/ui/illustration';
import { Qr } from '@/shared/ui/qr';
import { ask, say, sayDone, sayError } from '@/shared/ui/toast';
import { placesText } from './item-view';
import { useCancelReward } from './mall.api';
import { text } from './strings';
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
  if (reward.pickUpCode) return <PickUp code={reward.pickUpCode} expiresAt={reward.expiresAt} />;
  return reward.code ? <VirtualCode code={reward.code} /> : <End reward={reward} />;
};

const CancelAction = ({ reward }: { reward: MyReward }) => {
  const cancel = useCancelReward(reward.rewardNo);
  const give = async () => {
    if (!(await ask(text.cancelAsk, text.cancelAskNote(points(reward.pricePoints)), text.cancel))) return;
    cancel.mutate(undefined, {
      onSuccess: ({ pointsReturned }) => say(text.cancelled(points(pointsReturned))),
      onError: sayError,
    });
  };
  return (
    <View className="reward-cancel">
      <Button id="cancel-reward" look="plain" size="small" busy={cancel.isPending} onTap={() => void give()}>
        {text.cancel}
      </Button>
    </View>
  );
};

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
      <Cell title={text.used} value={text.price(points(reward.pricePoints))} />
      <Cell title={text.redeemedAt} value={momentText(reward.redeemedAt)} />
      <Cell title={text.number} value={<Text className="number">{reward.rewardNo}</Text>} />
    </Card>
    {reward.terms ? (
      <Section title={text.terms}>
        <Card>
          <Text className="prose">{reward.terms}</Text>
        </Card>
      </Section>
    ) : null}
    {reward.state === 'ready' ? <CancelAction reward={reward} /> : null}
  </>
);
