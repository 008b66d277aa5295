import { Text, View } from '@tarojs/components';
import type { ActivityDetail } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { useSessionStore } from '@/shared/session/store';
import { Button } from '@/shared/ui/button';
import { ask, say, sayDone, sayError } from '@/shared/ui/toast';
import { useCancelEntry, useJoinActivity } from './activities.api';
import { text } from './strings';

const useEntry = (activity: ActivityDetail) => {
  const join = useJoinActivity(activity.id);
  const cancel = useCancelEntry(activity.id);
  const enrolled = useSessionStore((session) => session.state === 'member');
  return {
    busy: join.isPending || cancel.isPending,
    join: () => {
      if (!enrolled) return go(routes.join);
      join.mutate(undefined, {
        onSuccess: (entry) => (entry.state === 'joined' ? sayDone(text.joined) : say(text.waitingAt(entry.position))),
        onError: sayError,
      });
    },
    cancel: async () => {
      if (!(await ask(text.cancelAsk, text.cancelNote, text.cancel))) return;
      cancel.mutate(undefined, { onSuccess: () => say(text.cancelled), onError: sayError });
    },
  };
};

const closedReason = (activity: ActivityDetail): string | null => {
  if (activity.myState === 'attended') return text.attended;
  if (activity.status === 'cancelled') return text.off;
  if (activity.status === 'settled' || new Date(activity.endsAt).getTime() < Date.now()) return text.over;
  const late = activity.status === 'closed' || new Date(activity.signUpUntil).getTime() < Date.now();
  const in_ = activity.myState === 'joined' || activity.myState === 'waiting';
  return late && !in_ ? text.closed : null;
};

/** The page's one action: join, wait, or leave again. */
export const EntryBar = ({ activity }: { activity: ActivityDetail }) => {
  const entry = useEntry(activity);
  const closed = closedReason(activity);
  if (closed) {
    return (
      <Button wide look="soft" disabled>
        {closed}
      </Button>
    );
  }
  if (activity.myState === 'joined' || activity.myState === 'waiting') {
    const waiting = activity.myState === 'waiting';
    return (
      <View className="row row--between">
        <View className="grow">
          <Text id="entry-state">{waiting ? text.waitingAt(activity.waitingPosition) : text.states.joined}</Text>
          {waiting ? <View className="faint">{text.waitingNote}</View> : null}
        </View>
        <Button id="leave" look="danger" busy={entry.busy} onTap={() => void entry.cancel()}>
          {waiting ? text.leaveWaiting : text.cancel}
        </Button>
      </View>
    );
  }
  return (
    <Button id="join" wide busy={entry.busy} onTap={entry.join}>
      {activity.seatsLeft > 0 ? text.join : text.wait}
    </Button>
  );
};
