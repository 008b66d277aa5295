import { SyncOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Progress, Tooltip } from 'antd';
import { useEffect } from 'react';
import type { TaggingRun } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { showTime } from '../../shared/format/time';
import { useAction } from '../../shared/ui/use-action';
import { useUrlState } from '../../shared/ui/use-url-state';
import { readRun, rfmKey, startRun } from './api';
import { t } from './strings';
import styles from './tagging.module.css';

const lastText = (run: TaggingRun | null): string =>
  run?.finishedAt
    ? t.lastRun(showTime(run.finishedAt), formatCount(run.members), formatCount(run.changed))
    : t.neverRun;

const isOver = (run: TaggingRun | undefined): boolean => run?.state === 'done' || run?.state === 'failed';

/** Starts a run and follows it. Its id is in the address, so that it is found again after leaving the page. */
export function RunNow({ lastRun }: { lastRun: TaggingRun | null }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const [{ run: runId }, patch] = useUrlState({ run: '' });
  const run = useQuery({
    queryKey: ['tagging-run', runId],
    queryFn: () => readRun(runId),
    enabled: runId !== '',
    refetchInterval: ({ state }) => (isOver(state.data) ? false : 1000),
  });
  const start = useAction(startRun, { said: t.started, onDone: (answer) => patch({ run: answer.runId }) });
  const over = isOver(run.data);
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when the run that is followed ends.
  useEffect(() => {
    if (!runId || !over || !run.data) return;
    const { members, changed, state, error } = run.data;
    if (state === 'failed') message.error(error ?? t.failed);
    else message.success(t.finished(formatCount(members), formatCount(changed)));
    patch({ run: '' });
    void client.invalidateQueries({ queryKey: rfmKey });
  }, [runId, over]);
  const isRunning = runId !== '' && !over && !run.isError;
  return (
    <div className={styles.run}>
      {isRunning ? (
        <span className={styles.running}>
          <span>{run.data ? t.progress(formatCount(run.data.members)) : t.running}</span>
          <Progress percent={run.data?.progressPercent ?? 100} status="active" showInfo={false} size="small" />
        </span>
      ) : (
        <span className={styles.soft}>{lastText(lastRun)}</span>
      )}
      <Tooltip title={t.runHint}>
        <Button
          type="primary"
          icon={<SyncOutlined spin={isRunning} />}
          disabled={isRunning}
          loading={start.isPending}
          onClick={() => start.mutate()}
        >
          {t.run}
        </Button>
      </Tooltip>
    </div>
  );
}
