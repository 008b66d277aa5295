import type { ReactNode } from 'react';
import { go, routes } from '../nav/nav';
import { ensureSession } from '../session/session';
import { keepSession, useSessionStore } from '../session/store';
import { text } from '../text/strings';
import { Empty } from './empty';
import { Skeleton } from './skeleton';

/** What only members see; a visitor reads why it is worth joining, and nothing is asked of the server. */
export const JoinGate = ({ children, skeleton }: { children: ReactNode; skeleton?: 'list' | 'ticket' | 'hero' }) => {
  const state = useSessionStore((session) => session.state);
  if (state === 'member') return <>{children}</>;
  if (state === 'visitor') {
    return (
      <Empty
        picture="welcome"
        title={text.joinTitle}
        note={text.joinText}
        action={text.join}
        onAction={() => go(routes.join)}
      />
    );
  }
  if (state === 'failed') {
    return (
      <Empty
        picture="cloud"
        title={text.sessionFailed}
        action={text.retry}
        onAction={() => {
          keepSession({ state: 'starting' });
          ensureSession().catch(() => undefined);
        }}
      />
    );
  }
  return <Skeleton shape={skeleton} />;
};
