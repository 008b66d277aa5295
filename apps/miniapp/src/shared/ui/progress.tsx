import { View } from '@tarojs/components';

/** A bar from 0 to 100. */
export const Progress = ({ percent, label, onDark }: { percent: number; label: string; onDark?: boolean }) => (
  <View className={`progress ${onDark ? 'progress--on-dark' : ''}`} aria-label={label}>
    <View className="progress__fill" style={{ width: `${Math.max(2, Math.min(100, percent))}%` }} />
  </View>
);
