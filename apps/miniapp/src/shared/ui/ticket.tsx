import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { moneyShort } from '../format/amount';

interface TicketProps {
  /** “¥5”, “8 折”. */
  headline: string;
  thresholdFen: number;
  name: string;
  terms: string;
  /** One or two short lines. */
  validity: string[];
  faded?: boolean;
  stamp?: string;
  action?: ReactNode;
  chosen?: boolean;
  onTap?: () => void;
  id?: string;
}

/** “¥100” and “8.5 折” stand large; what is longer stands smaller. */
const SHORT = 5;

const threshold = (fen: number): string => (fen > 0 ? `满 ${moneyShort(fen)} 可用` : '无门槛');

/** A coupon as a paper ticket: its worth on the stub, one line of terms, its days. */
export const Ticket = (props: TicketProps) => (
  <View
    id={props.id}
    className={`ticket ${props.faded ? 'ticket--faded' : ''} ${props.chosen ? 'ticket--chosen' : ''}`}
    hoverClass={props.onTap ? 'pressed' : 'none'}
    onClick={props.onTap}
  >
    <View className="ticket__stub">
      <Text className={`number ticket__amount ${props.headline.length > SHORT ? 'ticket__amount--long' : ''}`}>
        {props.headline}
      </Text>
      <Text className="ticket__threshold">{threshold(props.thresholdFen)}</Text>
    </View>
    <View className="ticket__tear" />
    <View className="ticket__body">
      <Text className="ticket__name">{props.name}</Text>
      <Text className="ticket__terms">{props.terms}</Text>
      <View className="ticket__foot">
        <View className="ticket__validity">
          {props.validity.filter(Boolean).map((line) => (
            <View key={line}>{line}</View>
          ))}
        </View>
        {props.action}
        {props.stamp ? <Text className="ticket__stamp">{props.stamp}</Text> : null}
      </View>
    </View>
  </View>
);
