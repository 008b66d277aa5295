import { ReloadOutlined } from '@ant-design/icons';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Empty, Result, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { messageOf } from '../api/errors';
import { common } from '../text/common';
import styles from './states.module.css';

export function ErrorState({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <Result
      status="warning"
      className={styles.state}
      title={common.loadFailed}
      subTitle={messageOf(error)}
      extra={
        <Button icon={<ReloadOutlined />} type="primary" onClick={onRetry}>
          {common.retry}
        </Button>
      }
    />
  );
}

/** A calm cup: nothing here yet, and what to do about it. */
function CupArt() {
  return (
    <svg viewBox="0 0 120 84" width="108" height="76" aria-hidden="true">
      <ellipse cx="60" cy="76" rx="46" ry="6" fill="var(--fl-neutral-soft)" />
      <path
        d="M34 34h48v16c0 13-10 22-24 22S34 63 34 50z"
        fill="var(--fl-primary-soft)"
        stroke="var(--fl-primary)"
        strokeWidth="2"
      />
      <path d="M82 38h6c6 0 9 4 9 9s-4 9-10 9h-6" fill="none" stroke="var(--fl-primary)" strokeWidth="2" />
      <path
        d="M50 24c-4-5 4-7 0-13M64 24c-4-5 4-7 0-13"
        fill="none"
        stroke="var(--fl-accent)"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}

export interface EmptyText {
  title: string;
  hint?: string;
  action?: ReactNode;
}

export function EmptyState({ title, hint, action }: EmptyText) {
  return (
    <Empty
      className={styles.state}
      image={<CupArt />}
      styles={{ image: { height: 80 } }}
      description={
        <>
          <div className={styles.title}>{title}</div>
          {hint ? <div className={styles.hint}>{hint}</div> : null}
        </>
      }
    >
      {action}
    </Empty>
  );
}

interface QueryViewProps<Data> {
  query: UseQueryResult<Data, Error>;
  skeleton?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** The three faces of a query: skeleton while it loads, 重试 when it failed, else its data. */
export function QueryView<Data>({ query, skeleton, children }: QueryViewProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <>{skeleton ?? <Skeleton active paragraph={{ rows: 6 }} />}</>;
}
