import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { lastDayText, momentText } from '@/shared/format/time';
import type { DeskReward } from '@/shared/http/types';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Cell } from '@/shared/ui/cell';
import { Chip } from '@/shared/ui/chip';
import { Cover } from '@/shared/ui/illustration';
import { sayDone, sayError } from '@/shared/ui/toast';
import { useHandOver, useRewardLookup } from './clerk.api';
import { CodeInput } from './code-input';
import { text } from './strings';
import './clerk.scss';

/** Where and when it went over the counter before: what a clerk tells who comes a second time. */
const before = (reward: DeskReward): string | undefined =>
  reward.state === 'picked-up' && reward.endedAt
    ? text.handedOverAt(momentText(reward.endedAt), reward.storeName ?? '')
    : undefined;

const Found = ({ reward }: { reward: DeskReward }) => (
  <>
    <View className="desk-reward">
      <Cover url={reward.pictureUrl} seed={reward.title} className="desk-reward__picture" />
      <View className="grow">
        <Text id="desk-reward" className="desk-reward__title">
          {reward.title}
        </Text>
        <Text className="faint">{[reward.nickname, reward.phoneMasked].filter(Boolean).join(' · ')}</Text>
      </View>
    </View>
    <Cell title={text.redeemedOn} value={momentText(reward.redeemedAt)} />
    {reward.expiresAt && reward.state === 'ready' ? (
      <Cell title={text.keptUntil} value={lastDayText(reward.expiresAt)} />
    ) : null}
    {reward.terms ? <Text className="prose">{reward.terms}</Text> : null}
  </>
);

/** Look first, then hand over: the clerk sees what to fetch from the shelf, and the code is spent at the second tap. */
export const PickUpPanel = ({ storeId }: { storeId: string }) => {
  const lookup = useRewardLookup(storeId);
  const handOver = useHandOver(storeId);
  const [code, setCode] = useState<string | null>(null);
  const reward = handOver.data ?? lookup.data;
  const find = (typed: string) => {
    handOver.reset();
    setCode(typed);
    lookup.mutate(typed, { onError: sayError });
  };
  const give = () =>
    code &&
    handOver.mutate(code, {
      onSuccess: () => sayDone(text.handedOver),
      onError: (error) => {
        sayError(error);
        lookup.mutate(code);
      },
    });
  return (
    <>
      <Card>
        <CodeInput scanLabel={text.scanPickUp} placeholder={text.typePickUp} busy={lookup.isPending} onCode={find} />
      </Card>
      {reward && !lookup.isPending ? (
        <Card>
          <Found reward={reward} />
          <View className="desk-reward__end">
            {handOver.data ? (
              <Chip>{text.handedOver}</Chip>
            ) : reward.why ? (
              <View id="pick-up-refused">
                <Chip tone="danger">{reward.why.text}</Chip>
                {before(reward) ? <Text className="desk-reward__before">{before(reward)}</Text> : null}
              </View>
            ) : (
              <Button id="hand-over" wide busy={handOver.isPending} onTap={give}>
                {text.confirmHandOver}
              </Button>
            )}
          </View>
        </Card>
      ) : null}
    </>
  );
};
