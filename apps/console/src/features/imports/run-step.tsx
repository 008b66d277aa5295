import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Popconfirm, Progress } from 'antd';
import { Link } from 'react-router-dom';
import type { ImportView } from '../../shared/api/types';
import { download } from '../../shared/format/csv';
import { formatCount } from '../../shared/format/money';
import { Figure } from '../../shared/ui/figure';
import { Panel } from '../../shared/ui/panel';
import { useAction } from '../../shared/ui/use-action';
import { cancelImport, importKey, importsKey, reportCsv, runImport } from './api';
import { ErrorTable } from './error-table';
import styles from './imports.module.css';
import { t } from './strings';

function Outcome({ view }: { view: ImportView }) {
  const text = t.doneText(formatCount(view.written), formatCount(view.duplicates), formatCount(view.skipped));
  if (view.state === 'running') return <Alert type="info" showIcon title={t.running} />;
  if (view.state === 'done') return <Alert type="success" showIcon title={t.doneTitle} description={text} />;
  if (view.state === 'failed')
    return (
      <Alert
        type="error"
        showIcon
        title={view.failure ? `${t.failedTitle}：${view.failure}` : t.failedTitle}
        description={`${text}。${t.failedHint}`}
      />
    );
  return <Alert type="warning" showIcon title={t.cancelled} description={text} />;
}

function Controls({ view }: { view: ImportView }) {
  const refresh = [importKey(view.importId), importsKey];
  const cancel = useAction(() => cancelImport(view.importId), { refresh });
  const resume = useAction(() => runImport(view.importId), { refresh });
  const report = useAction(() => reportCsv(view.importId), {
    onDone: (text) => download(t.reportName(view.fileName), text),
  });
  const canResume = view.state === 'cancelled' || view.state === 'failed';
  return (
    <div className={styles.buttons}>
      {view.state === 'running' ? (
        <Popconfirm title={t.cancelConfirm} onConfirm={() => cancel.mutate()}>
          <Button danger loading={cancel.isPending}>
            {t.cancel}
          </Button>
        </Popconfirm>
      ) : null}
      {canResume ? (
        <Button type="primary" loading={resume.isPending} onClick={() => resume.mutate()}>
          {t.resume}
        </Button>
      ) : null}
      {view.state === 'done' ? (
        <Link to="/purchases">
          <Button type="primary">{t.toPurchases}</Button>
        </Link>
      ) : null}
      <Button icon={<DownloadOutlined />} loading={report.isPending} onClick={() => report.mutate()}>
        {t.downloadReport}
      </Button>
    </div>
  );
}

/** The work itself: it runs on the server, so that this page can be left and found again. */
export function RunStep({ view }: { view: ImportView }) {
  return (
    <Panel title={t.steps.run} extra={<Controls view={view} />}>
      <Outcome view={view} />
      <Progress
        className={styles.progress}
        percent={Math.round(view.progressPercent)}
        status={view.state === 'failed' ? 'exception' : view.state === 'running' ? 'active' : undefined}
      />
      <div className={styles.figures}>
        <Figure label={t.rows} value={formatCount(view.rows)} />
        <Figure label={t.written} value={formatCount(view.written)} />
        <Figure label={t.duplicates} value={formatCount(view.duplicates)} />
        <Figure label={t.skipped} value={formatCount(view.skipped)} />
        <Figure label={t.points} value={formatCount(view.points)} />
      </div>
      {view.state === 'running' && view.errors.length === 0 ? null : <ErrorTable errors={view.errors} />}
    </Panel>
  );
}
