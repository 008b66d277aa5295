import { Text, View } from '@tarojs/components';

interface SegmentProps<K extends string> {
  items: readonly { key: K; label: string }[];
  chosen: K;
  onChoose: (key: K) => void;
}

export const Segment = <K extends string>({ items, chosen, onChoose }: SegmentProps<K>) => (
  <View className="segment">
    {items.map((item) => (
      <View
        key={item.key}
        id={`segment-${item.key}`}
        className={`segment__item ${item.key === chosen ? 'segment__item--chosen' : ''}`}
        onClick={() => onChoose(item.key)}
      >
        <Text>{item.label}</Text>
      </View>
    ))}
  </View>
);
