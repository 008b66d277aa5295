import { ReloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Popconfirm, Progress } from 'antd';
import { Link, useParams } from 'react-router-dom';
import type { ReplayView } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { showDate } from '../../shared/format/time';
import { Allowed } from '../../shared/ui/allowed';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { QueryView } from '../../shared/ui/states';
import { useAction } from '../../shared/ui/use-action';
import { cancelReplay, readReplay, replayKey, replaysKey } from './api';
import { nameOf } from './names';
import { ReplayStatePill } from './replay-columns';
import styles from './replays.module.css';
import { Report } from './report/report';
import { t } from './strings';

const isOpen = (view: ReplayView): boolean => view.state === 'waiting' || view.state === 'running';

/** The work goes on on the server, whoever looks. */
function Running({ view }: { view: ReplayView }) {
  const cancel = useAction(() => cancelReplay(view.replayId), {
    refresh: [replayKey(view.replayId), replaysKey],
  });
  return (
    <Panel>
      <div className={styles.running}>
        <Progress percent={view.progressPercent} status="active" />
        <Allowed to="rules.write">
          <Popconfirm title={t.cancelConfirm} onConfirm={() => cancel.mutate()}>
            <Button danger loading={cancel.isPending}>
              {t.cancel}
            </Button>
          </Popconfirm>
        </Allowed>
      </div>
      <p className={styles.soft} aria-live="polite">
        {view.state === 'waiting' ? t.waiting : t.running(formatCount(view.events))}
        <br />
        {t.leave}
      </p>
    </Panel>
  );
}

function Ended({ view }: { view: ReplayView }) {
  if (view.report) return <Report report={view.report} changes={view.changes} />;
  return (
    <Alert
      type={view.state === 'failed' ? 'error' : 'warning'}
      showIcon
      title={view.state === 'failed' ? t.failed : t.cancelled}
      description={view.failure}
      action={<Again view={view} />}
    />
  );
}

function Again({ view }: { view: ReplayView }) {
  const ruleId = view.changes.length === 1 ? view.changes[0]?.ruleId : null;
  return (
    <Allowed to="rules.write">
      <Link to={ruleId ? `${t.back}/new?rule=${ruleId}` : `${t.back}/new`}>
        <Button icon={<ReloadOutlined />}>{t.again}</Button>
      </Link>
    </Allowed>
  );
}

const leadOf = (view: ReplayView): string =>
  [
    t.periodText(showDate(view.from), showDate(view.to)),
    ...(view.storeIds ? [t.storesText(view.storeIds.length)] : []),
  ].join(' · ');

export function ReplayPage() {
  const { replayId = '' } = useParams();
  const query = useQuery({
    queryKey: replayKey(replayId),
    queryFn: () => readReplay(replayId),
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? 1000 : false),
  });
  const view = query.data;
  return (
    <Page
      title={view ? nameOf(view) : t.title}
      back={t.back}
      lead={view ? leadOf(view) : undefined}
      mark={view ? <ReplayStatePill state={view.state} /> : null}
      actions={view?.state === 'done' ? <Again view={view} /> : null}
    >
      <QueryView query={query}>{(data) => (isOpen(data) ? <Running view={data} /> : <Ended view={data} />)}</QueryView>
    </Page>
  );
}
