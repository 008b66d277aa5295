import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icons';

interface CellProps {
  title: string;
  note?: string;
  value?: ReactNode;
  icon?: IconName;
  danger?: boolean;
  /** In a choice of several: a check instead of the arrow that leads somewhere. */
  chosen?: boolean;
  onTap?: () => void;
  id?: string;
}

/** One row of a list: a title, a note under it, a value at its end. */
export const Cell = ({ title, note, value, icon, danger, chosen, onTap, id }: CellProps) => (
  <View id={id} className="cell" hoverClass={onTap ? 'pressed' : 'none'} onClick={onTap}>
    {icon ? <Icon name={icon} tone={danger ? 'danger' : 'brand'} className="cell__icon" /> : null}
    <View className="cell__body">
      <Text className={`cell__title ${danger ? 'cell__title--danger' : ''}`}>{title}</Text>
      {note ? <Text className="cell__note">{note}</Text> : null}
    </View>
    {value !== undefined ? <View className="cell__value">{value}</View> : null}
    {chosen === true ? <Icon name="check" tone="brand" /> : null}
    {onTap && chosen === undefined ? <Icon name="chevron" tone="ink-faint" size="small" /> : null}
  </View>
);
