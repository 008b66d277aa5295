import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { platform } from '@/platform';
import { text } from '../text/strings';
import { Button } from './button';
import { Sheet } from './sheet';

type Decide = (agreed: boolean) => void;

/** WeChat holds a call that needs personal data until the person has answered here. */
export const PrivacySheet = () => {
  const [decide, setDecide] = useState<Decide | null>(null);
  useEffect(() => platform.onPrivacyNeeded((asked) => setDecide(() => asked)), []);
  const answer = (agreed: boolean) => {
    decide?.(agreed);
    setDecide(null);
  };
  return (
    <Sheet open={decide !== null} title={text.privacyTitle} onClose={() => answer(false)}>
      <Text className="prose">{text.privacyText}</Text>
      <View className="pair">
        <Button look="soft" onTap={() => answer(false)}>
          {text.privacyRefuse}
        </Button>
        <Button id="privacy-agree" open={{ openType: 'agreePrivacyAuthorization' }} onTap={() => answer(true)}>
          {text.privacyAgree}
        </Button>
      </View>
    </Sheet>
  );
};
