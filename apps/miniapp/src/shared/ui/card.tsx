import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './icon';

interface CardProps {
  children: ReactNode;
  onTap?: () => void;
  className?: string;
  id?: string;
}

export const Card = ({ children, onTap, className = '', id }: CardProps) => (
  <View id={id} className={`card ${className}`} hoverClass={onTap ? 'pressed' : 'none'} onClick={onTap}>
    {children}
  </View>
);

interface SectionProps {
  title: string;
  children: ReactNode;
  more?: string;
  onMore?: () => void;
}

/** A heading, an optional way to all of it, and what is under it. */
export const Section = ({ title, children, more, onMore }: SectionProps) => (
  <View className="section">
    <View className="section__head">
      <Text className="section__title">{title}</Text>
      {more ? (
        <View className="section__more" hoverClass="pressed" onClick={onMore}>
          <Text>{more}</Text>
          <Icon name="chevron" tone="ink-faint" size="small" />
        </View>
      ) : null}
    </View>
    {children}
  </View>
);
