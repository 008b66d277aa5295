import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { ConsentText } from '@/shared/http/types';
import { Card } from '@/shared/ui/card';
import { Chip } from '@/shared/ui/chip';
import { Icon } from '@/shared/ui/icon';
import { text } from './strings';
import './join.scss';

const LONG = 90;

interface ConsentCardProps {
  consent: ConsentText;
  granted: boolean;
  onToggle: () => void;
}

/** One purpose, its whole text, its own answer. Nothing is ticked beforehand. */
export const ConsentCard = ({ consent, granted, onToggle }: ConsentCardProps) => {
  const long = consent.text.length > LONG;
  const [open, setOpen] = useState(false);
  return (
    <Card>
      <View id={`consent-${consent.purpose}`} className="consent" aria-label={consent.title} onClick={onToggle}>
        <View className={`tick ${granted ? 'tick--on' : ''}`}>
          {granted ? <Icon name="check" tone="on-brand" size="small" /> : null}
        </View>
        <View className="grow">
          <View className="row row--between">
            <Text className="consent__title">{consent.title}</Text>
            <Chip tone={consent.required ? 'accent' : 'quiet'}>{consent.required ? text.required : text.optional}</Chip>
          </View>
          <Text className={`consent__text ${long && !open ? 'consent__text--folded' : ''}`}>{consent.text}</Text>
        </View>
      </View>
      {long ? (
        <View className="consent__more" onClick={() => setOpen(!open)}>
          <Text>{open ? text.fold : text.read}</Text>
        </View>
      ) : null}
    </Card>
  );
};
