import { Image, Text, View } from '@tarojs/components';
import { pictureUrl } from '../http/picture';
import { Icon } from './icon';

interface AvatarProps {
  name: string;
  url?: string | null;
  size?: 'small' | 'normal' | 'large';
  official?: boolean;
}

export const Avatar = ({ name, url, size = 'normal', official }: AvatarProps) => (
  <View className={`avatar avatar--${size} ${official ? 'avatar--official' : ''}`}>
    {url ? (
      <Image className="avatar__picture" src={pictureUrl(url)} mode="aspectFill" lazyLoad />
    ) : official ? (
      <Icon name="leaf" tone="on-brand" />
    ) : (
      <Text>{name.slice(0, 1) || '茶'}</Text>
    )}
  </View>
);
