import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { platform } from '@/platform';
import type { ConsentPurpose, ConsentText, MemberMe } from '@/shared/http/types';
import { Button } from '@/shared/ui/button';
import { Illustration } from '@/shared/ui/illustration';
import { say, sayError } from '@/shared/ui/toast';
import { ConsentCard } from './consent-card';
import { useEnrol } from './join.api';
import { text } from './strings';
import './join.scss';

type Granted = Partial<Record<ConsentPurpose, boolean>>;

/** First tap: the consent. Second tap: the phone number. Nothing else stands between a shopper and the card. */
export const useJoin = (texts: ConsentText[], onDone: (member: MemberMe) => void) => {
  const [granted, setGranted] = useState<Granted>({});
  const enrol = useEnrol();
  const ready = texts.every((consent) => !consent.required || granted[consent.purpose]);
  const withPhone = (phoneCode: string | null) => {
    if (!phoneCode) return say(text.refused);
    enrol.mutate({ phoneCode, texts, granted }, { onSuccess: ({ member }) => onDone(member), onError: sayError });
  };
  const toggle = (purpose: ConsentPurpose) => setGranted((before) => ({ ...before, [purpose]: !before[purpose] }));
  return { granted, toggle, ready, withPhone, busy: enrol.isPending, untouched: enrol.isIdle };
};

type Join = ReturnType<typeof useJoin>;

export const JoinForm = ({ texts, join }: { texts: ConsentText[]; join: Join }) => (
  <>
    <Illustration name="lock" />
    <Text className="join__heading">{text.heading}</Text>
    <Text className="join__note">{text.note}</Text>
    {texts.map((consent) => (
      <ConsentCard
        key={consent.purpose}
        consent={consent}
        granted={join.granted[consent.purpose] === true}
        onToggle={() => join.toggle(consent.purpose)}
      />
    ))}
  </>
);

export const JoinFooter = ({ join }: { join: Join }) => (
  <View>
    {join.ready ? (
      <Button id="phone-button" wide busy={join.busy} open={platform.phoneButton(join.withPhone)}>
        {text.phone}
      </Button>
    ) : (
      <Button id="phone-button-locked" wide look="soft" onTap={() => say(text.mustAgree)}>
        {text.phone}
      </Button>
    )}
    <Text className="join__foot-note">{text.phoneNote}</Text>
  </View>
);
