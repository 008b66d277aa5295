import { Text, View } from '@tarojs/components';
import { points as inPoints, money } from '@/shared/format/amount';
import type { Preview } from '@/shared/http/types';
import { Card } from '@/shared/ui/card';
import { Chip } from '@/shared/ui/chip';
import { Icon } from '@/shared/ui/icon';
import { text } from './strings';
import './clerk.scss';

const Line = ({ label, value, strong }: { label: string; value: string; strong?: boolean }) => (
  <View className={`sum ${strong ? 'sum--strong' : ''}`}>
    <Text>{label}</Text>
    <Text className="number">{value}</Text>
  </View>
);

/** What the shopper pays and gets, before it is recorded, with the reasons to read aloud. */
export const PreviewPanel = ({ preview, stale }: { preview: Preview; stale: boolean }) => (
  <Card className={stale ? 'preview preview--stale' : 'preview'}>
    <Line label={text.gross} value={money(preview.grossFen)} />
    {preview.discountFen > 0 ? <Line label={text.discount} value={text.minus(money(preview.discountFen))} /> : null}
    <Line label={text.payable} value={money(preview.payableFen)} strong />
    <Line label={text.earns} value={text.points(inPoints(preview.points))} />
    {preview.why.map((line) => (
      <Text key={line} className="preview__why">
        {line}
      </Text>
    ))}
    {preview.hint ? (
      <View className="preview__hint">
        <Icon name="gift" tone="accent" size="small" />
        <Text>{preview.hint.text}</Text>
      </View>
    ) : null}
    {preview.tierAfter ? <Chip tone="accent">{text.tierAfter(preview.tierAfter.name)}</Chip> : null}
  </Card>
);
