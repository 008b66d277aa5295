import { View } from '@tarojs/components';

const shapes = {
  card: ['wide', 'half', 'third'],
  list: ['row', 'row', 'row', 'row'],
  ticket: ['ticket', 'ticket', 'ticket'],
  hero: ['hero', 'half', 'row', 'row'],
} as const;

/** The outline of what is on its way. */
export const Skeleton = ({ shape = 'list' }: { shape?: keyof typeof shapes }) => (
  <View className="skeleton" aria-label="加载中">
    {shapes[shape].map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move
      <View key={index} className={`skeleton__part skeleton__part--${part}`} />
    ))}
  </View>
);
