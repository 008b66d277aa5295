import { Card } from 'antd';
import type { ReactNode } from 'react';

interface PanelProps {
  title?: ReactNode;
  extra?: ReactNode;
  /** No inner padding: for tables and calendars that reach the edge. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
}

export function Panel({ title, extra, flush, className, children }: PanelProps) {
  return (
    <Card
      title={title}
      extra={extra}
      className={className}
      styles={flush ? { root: { overflow: 'hidden' }, body: { padding: 0 } } : {}}
    >
      {children}
    </Card>
  );
}
