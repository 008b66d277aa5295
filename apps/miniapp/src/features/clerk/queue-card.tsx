import { Text, View } from '@tarojs/components';
import { money } from '@/shared/format/amount';
import { clockText } from '@/shared/format/time';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Chip } from '@/shared/ui/chip';
import { ask } from '@/shared/ui/toast';
import { drop, flush, type QueuedRecord, useQueue } from './queue';
import { text } from './strings';
import './clerk.scss';

const toneOf = { waiting: 'accent', sending: 'accent', refused: 'danger', sent: 'brand' } as const;

const Row = ({ record }: { record: QueuedRecord }) => {
  const remove = async () => {
    if (await ask(text.dropAsk, text.dropNote, text.drop)) drop(record.key);
  };
  return (
    <View className="cell">
      <View className="cell__body">
        <Text className="cell__title">{`${record.customer} · ${money(record.amountFen)}`}</Text>
        <Text className="cell__note">
          {[clockText(new Date(record.at).toISOString()), record.reason].filter(Boolean).join(' · ')}
        </Text>
      </View>
      <Chip tone={toneOf[record.state]}>{text.queueStates[record.state]}</Chip>
      {record.state === 'refused' ? (
        <Button look="plain" size="small" onTap={() => void remove()}>
          {text.drop}
        </Button>
      ) : null}
    </View>
  );
};

/** Seen only when there is something in it: what waits, what was refused, what has just been sent. */
export const QueueCard = () => {
  const records = useQueue((queue) => queue.records);
  if (!records.length) return null;
  const waiting = records.filter((record) => record.state === 'waiting' || record.state === 'sending').length;
  const refused = records.filter((record) => record.state === 'refused').length;
  return (
    <Card className="queue">
      <View className="row row--between">
        <Text className="queue__title">{waiting || refused ? text.queue : text.queueDone}</Text>
        {waiting ? (
          <Button id="send-now" look="plain" size="small" onTap={() => void flush()}>
            {text.sendNow}
          </Button>
        ) : null}
      </View>
      <Text className="soft">
        {[waiting ? text.queueNote(waiting) : '', refused ? text.queueRefused(refused) : ''].filter(Boolean).join('；')}
      </Text>
      {records.map((record) => (
        <Row key={record.key} record={record} />
      ))}
    </Card>
  );
};
