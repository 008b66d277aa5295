import { QueryClientProvider } from '@tanstack/react-query';
import { useLaunch } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { platform } from '@/platform';
import { queryClient } from '@/shared/api/client';
import { ensureSession } from '@/shared/session/session';
import './app.scss';

const App = ({ children }: { children?: ReactNode }) => {
  // Silent: it tells whether this person is a member, a visitor or a clerk, and asks for nothing personal.
  useLaunch(() => {
    platform.launched();
    ensureSession().catch(() => undefined);
  });
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
};

export default App;
