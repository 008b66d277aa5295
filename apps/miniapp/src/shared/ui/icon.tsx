import { Image } from '@tarojs/components';
import { svgUri } from '../format/base64';
import { type Palette, usePalette } from '../theme/theme';
import { type IconName, iconSvg } from './icons';

interface IconProps {
  name: IconName;
  /** A palette name, or #rrggbb. */
  tone?: keyof Palette | `#${string}`;
  size?: 'small' | 'normal' | 'large';
  filled?: boolean;
  className?: string;
}

export const Icon = ({ name, tone = 'ink', size = 'normal', filled, className = '' }: IconProps) => {
  const palette = usePalette();
  const colour = tone.startsWith('#') ? tone : palette[tone as keyof Palette];
  return (
    <Image className={`icon icon--${size} ${className}`} mode="aspectFit" src={svgUri(iconSvg(name, colour, filled))} />
  );
};
