import type { QueryKey } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useMay } from '../session/session';
import { useAction } from './use-action';

type Next = 'active' | 'paused' | 'ended';

interface StatusButtonsProps {
  status: string;
  mayWrite: string;
  change: (next: Next) => Promise<unknown>;
  texts: {
    start: string;
    pause: string;
    end: string;
    endConfirm: string;
    changed: (next: Next) => string;
  };
  refresh: QueryKey[];
  size?: 'small' | 'middle';
}

/** active ⇄ paused → ended, for whoever may: in a row of a list, or at the head of a page. What has ended offers nothing. */
export function StatusButtons({ status, mayWrite, change, texts, refresh, size = 'small' }: StatusButtonsProps) {
  const may = useMay();
  const action = useAction(change, { said: (_, next) => texts.changed(next), refresh });
  if (!may(mayWrite) || status === 'ended') return null;
  const type = size === 'small' ? 'link' : 'default';
  const isActive = status === 'active';
  return (
    <>
      <Button
        size={size}
        type={type}
        loading={action.isPending}
        onClick={() => action.mutate(isActive ? 'paused' : 'active')}
      >
        {isActive ? texts.pause : texts.start}
      </Button>
      <Popconfirm title={texts.endConfirm} onConfirm={() => action.mutate('ended')}>
        <Button size={size} type={type} danger disabled={action.isPending}>
          {texts.end}
        </Button>
      </Popconfirm>
    </>
  );
}
