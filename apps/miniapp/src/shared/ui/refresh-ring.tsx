import { Image, Text, View } from '@tarojs/components';
import { svgUri } from '../format/base64';
import { usePalette } from '../theme/theme';

const LENGTH = 2 * Math.PI * 15;

/** A ring that empties while a code grows old; the seconds are in its middle. */
export const RefreshRing = ({ secondsLeft, of }: { secondsLeft: number; of: number }) => {
  const palette = usePalette();
  const left = Math.max(0, Math.min(1, secondsLeft / of)) * LENGTH;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36" fill="none" stroke-width="3" stroke-linecap="round"><circle cx="18" cy="18" r="15" stroke="${palette.line}"/><circle cx="18" cy="18" r="15" stroke="${palette.brand}" stroke-dasharray="${left.toFixed(1)} 100" transform="rotate(-90 18 18)"/></svg>`;
  return (
    <View className="ring" aria-label={`${secondsLeft} 秒后刷新`}>
      <Image className="ring__circle" src={svgUri(svg)} />
      <Text className="ring__seconds">{String(secondsLeft)}</Text>
    </View>
  );
};
