import { Text, View } from '@tarojs/components';

export type ChipTone = 'brand' | 'accent' | 'quiet' | 'danger';

export const Chip = ({ children, tone = 'brand' }: { children: string; tone?: ChipTone }) => (
  <View className={`chip chip--${tone}`}>
    <Text>{children}</Text>
  </View>
);
