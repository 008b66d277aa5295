import { Text, View } from '@tarojs/components';
import { reasonOf } from '../http/api-error';
import { text } from '../text/strings';
import { Button } from './button';
import { Illustration } from './illustration';
import type { IllustrationName } from './illustrations';

interface EmptyProps {
  picture: IllustrationName;
  title: string;
  note?: string;
  action?: string;
  onAction?: () => void;
}

/** Nothing here yet, and what to do next. */
export const Empty = ({ picture, title, note, action, onAction }: EmptyProps) => (
  <View className="empty">
    <Illustration name={picture} />
    <Text className="empty__title">{title}</Text>
    {note ? <Text className="empty__note">{note}</Text> : null}
    {action ? (
      <Button look="soft" onTap={onAction}>
        {action}
      </Button>
    ) : null}
  </View>
);

export const ErrorState = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => (
  <View className="empty">
    <Illustration name="cloud" />
    <Text className="empty__title">{text.loadFailed}</Text>
    <Text className="empty__note">{reasonOf(error)}</Text>
    <Button look="soft" onTap={onRetry}>
      {text.retry}
    </Button>
  </View>
);
