import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { text } from '../text/strings';
import { Icon } from './icon';

interface SheetProps {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A panel that comes up from the lower edge. Tapping beside it closes it. */
export const Sheet = ({ open, title, onClose, children }: SheetProps) => {
  if (!open) return null;
  return (
    <View className="sheet" catchMove>
      <View className="sheet__scrim" onClick={onClose} />
      <View className="sheet__panel">
        <View className="sheet__head">
          <Text className="sheet__title">{title}</Text>
          <View className="sheet__close" aria-label={text.close} hoverClass="pressed" onClick={onClose}>
            <Icon name="close" tone="ink-soft" />
          </View>
        </View>
        <View className="sheet__body">{children}</View>
      </View>
    </View>
  );
};
