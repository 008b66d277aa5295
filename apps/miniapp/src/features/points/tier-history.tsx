import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { dayText } from '@/shared/format/time';
import { Card, Section } from '@/shared/ui/card';
import { QueryView } from '@/shared/ui/query-view';
import { useTierHistory } from './points.api';
import { text } from './strings';
import './points.scss';

const SHOWN = 4;

/** What happened to the member's tier and why, the newest first. */
export const TierHistory = () => {
  const history = useTierHistory();
  const [all, setAll] = useState(false);
  const count = history.data?.items.length ?? 0;
  return (
    <Section
      title={text.history}
      more={count > SHOWN && !all ? text.wholeHistory(count) : undefined}
      onMore={() => setAll(true)}
    >
      <QueryView query={history} skeleton="list">
        {({ items }) => (
          <Card id="tier-history" className="card--list">
            {items.length === 0 ? <Text className="moment__why">{text.noHistory}</Text> : null}
            {(all ? items : items.slice(0, SHOWN)).map(({ at, kind, from, to, why }) => (
              <View key={`${at} ${kind} ${why}`} className="moment">
                <View className={`moment__dot moment__dot--${kind}`} />
                <View className="grow">
                  <View className="row row--between">
                    <Text className="moment__title">{from === to ? to : `${from ?? ''} → ${to ?? ''}`}</Text>
                    <Text className="moment__day">{dayText(at)}</Text>
                  </View>
                  <Text className="moment__why">{why}</Text>
                </View>
              </View>
            ))}
          </Card>
        )}
      </QueryView>
    </Section>
  );
};
