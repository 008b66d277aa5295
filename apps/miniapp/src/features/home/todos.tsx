import { Text, View } from '@tarojs/components';
import type { Todo, TodoKind } from '@/shared/http/types';
import { openLink } from '@/shared/nav/nav';
import { Card, Section } from '@/shared/ui/card';
import { Icon } from '@/shared/ui/icon';
import type { IconName } from '@/shared/ui/icons';
import { text } from './strings';
import './home.scss';

const iconOf: Record<TodoKind, IconName> = {
  'coupon-expiring': 'coupon',
  'points-expiring': 'clock',
  'complete-profile': 'gift',
  'activity-today': 'calendar',
};
// A link from the server may be missing or unknown to this version; the kind still knows where to go.
const linkOf: Record<TodoKind, string> = {
  'coupon-expiring': 'coupons',
  'points-expiring': 'points',
  'complete-profile': 'profile',
  'activity-today': 'activities',
};

export const Todos = ({ items }: { items: Todo[] }) => (
  <Section title={text.todos}>
    {items.length ? (
      <Card className="card--list">
        {items.map((todo) => (
          <View
            key={todo.kind + todo.title}
            className="cell"
            hoverClass="pressed"
            onClick={() => openLink(todo.link || linkOf[todo.kind])}
          >
            <View className="todo-icon">
              <Icon name={iconOf[todo.kind] ?? 'bell'} tone="accent" />
            </View>
            <View className="cell__body">
              <Text className="cell__title">{todo.title}</Text>
              <Text className="cell__note">{todo.subtitle}</Text>
            </View>
            <Icon name="chevron" tone="ink-faint" size="small" />
          </View>
        ))}
      </Card>
    ) : (
      <Card className="row">
        <Icon name="cup" tone="brand" />
        <Text className="soft" style={{ marginLeft: '8PX' }}>
          {text.noTodos}
        </Text>
      </Card>
    )}
  </Section>
);
