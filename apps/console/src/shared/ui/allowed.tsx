import type { ReactNode } from 'react';
import { useMay } from '../session/session';
import { common } from '../text/common';
import { EmptyState } from './states';

/** Shows its children only to who holds the permission; with `explain`, says why there is nothing. */
export function Allowed({ to, explain, children }: { to: string; explain?: boolean; children: ReactNode }) {
  const may = useMay();
  if (may(to)) return <>{children}</>;
  return explain ? <EmptyState title={common.noPermission} hint={common.noPermissionHint} /> : null;
}
