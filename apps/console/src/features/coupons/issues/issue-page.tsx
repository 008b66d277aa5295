import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Popconfirm, Table } from 'antd';
import { Link, useParams } from 'react-router-dom';
import type { BulkIssueView } from '../../../shared/api/types';
import { formatCount } from '../../../shared/format/money';
import { showTime } from '../../../shared/format/time';
import { Allowed } from '../../../shared/ui/allowed';
import { Figure } from '../../../shared/ui/figure';
import { Page } from '../../../shared/ui/page';
import { Panel } from '../../../shared/ui/panel';
import { QueryView } from '../../../shared/ui/states';
import { useAction } from '../../../shared/ui/use-action';
import { cancelIssue, isMoving, issueKey, issuesKey, isWaiting, readIssue, resumeIssue } from './api';
import { IssueBar, IssueStatePill } from './issue-columns';
import styles from './issues.module.css';
import { t } from './strings';
import { UnissuedList } from './unissued-list';

const isOpen = ({ state }: BulkIssueView): boolean => state !== 'done' && state !== 'cancelled';
const isStopped = (issue: BulkIssueView): boolean =>
  issue.state === 'held' || issue.state === 'failed' || isWaiting(issue);

function Controls({ issue }: { issue: BulkIssueView }) {
  const refresh = [issueKey(issue.issueId), issuesKey];
  const cancel = useAction(() => cancelIssue(issue.issueId), { refresh, said: t.cancelled });
  const resume = useAction(() => resumeIssue(issue.issueId), { refresh, said: t.resumed });
  return (
    <Allowed to="coupons.issue">
      {isOpen(issue) ? (
        <Popconfirm
          title={t.cancelConfirm}
          description={<div className={styles.confirm}>{t.cancelText}</div>}
          okText={t.cancel}
          okButtonProps={{ danger: true }}
          onConfirm={() => cancel.mutate()}
        >
          <Button danger loading={cancel.isPending}>
            {t.cancel}
          </Button>
        </Popconfirm>
      ) : null}
      {isStopped(issue) ? (
        <Button type="primary" loading={resume.isPending} onClick={() => resume.mutate()}>
          {t.resume}
        </Button>
      ) : null}
    </Allowed>
  );
}

function ToCoupon({ issue }: { issue: BulkIssueView }) {
  return (
    <Link to={`/coupons/${issue.templateId}`}>
      <Button>{t.toCoupon}</Button>
    </Link>
  );
}

/** What stands at present, in one sentence, and what a person can do about it. */
function Standing({ issue }: { issue: BulkIssueView }) {
  const [issued, left] = [formatCount(issue.issued), formatCount(issue.left)];
  switch (issue.state) {
    case 'planned':
      return <Alert type="info" showIcon title={t.plannedText(showTime(issue.startAt))} />;
    case 'freezing':
    case 'running': {
      if (isWaiting(issue))
        return (
          <Alert
            type="info"
            showIcon
            title={t.waitingTitle(issue.heldWhy!)}
            description={t.waitingText(issued, left)}
            action={<ToCoupon issue={issue} />}
          />
        );
      const text = issue.state === 'freezing' ? t.freezingText(formatCount(issue.members)) : t.runningText;
      return issue.failure ? (
        <Alert type="warning" showIcon title={t.retrying(issue.failure)} description={text} />
      ) : (
        <Alert type="info" showIcon title={text} />
      );
    }
    case 'held':
      return (
        <Alert
          type="warning"
          showIcon
          title={t.heldTitle(issue.heldWhy ?? t.unknownFault)}
          description={t.heldText(issued, left)}
          action={<ToCoupon issue={issue} />}
        />
      );
    case 'done':
      return (
        <Alert
          type={issue.issued > 0 ? 'success' : 'warning'}
          showIcon
          title={issue.issued > 0 ? t.doneText(formatCount(issue.issuedMembers), issued) : t.doneNone}
        />
      );
    case 'cancelled':
      return <Alert type="warning" showIcon title={t.cancelledTitle} description={t.cancelledText(issued, left)} />;
    case 'failed':
      return (
        <Alert
          type="error"
          showIcon
          title={t.failedTitle}
          description={t.failedText(issue.failure ?? t.unknownFault)}
        />
      );
  }
}

function Reasons({ issue }: { issue: BulkIssueView }) {
  return (
    <Panel title={t.reasons} flush>
      <Table
        pagination={false}
        rowKey={(row) => row.reason}
        dataSource={issue.reasons}
        columns={[
          { title: t.reason, dataIndex: 'text' },
          { title: t.members, align: 'right', render: (_, row) => t.people(formatCount(row.members)) },
          { title: t.missing, align: 'right', render: (_, row) => t.pieces(formatCount(row.missing)) },
        ]}
      />
    </Panel>
  );
}

function Detail({ issue }: { issue: BulkIssueView }) {
  const f = t.figures;
  // Who waits for tomorrow is not left out.
  const left = isWaiting(issue) ? 0 : issue.left;
  const hasUnissued = !isMoving(issue) && issue.state !== 'planned' && (issue.skipped > 0 || left > 0);
  return (
    <>
      <Panel>
        <div className={styles.standing}>
          <Standing issue={issue} />
          {issue.state === 'planned' ? null : <IssueBar issue={issue} isLarge />}
          <div className={styles.figures} aria-live="polite">
            <Figure label={f.members} value={formatCount(issue.members)} />
            <Figure label={f.issuedMembers} value={formatCount(issue.issuedMembers)} />
            <Figure label={f.issued} value={formatCount(issue.issued)} />
            <Figure label={f.skipped} value={formatCount(issue.skipped)} />
            <Figure label={f.left} value={formatCount(issue.left)} />
          </div>
        </div>
      </Panel>
      {issue.reasons.length > 0 ? <Reasons issue={issue} /> : null}
      {hasUnissued ? (
        <Allowed to="coupons.issue">
          <UnissuedList issue={issue} />
        </Allowed>
      ) : null}
    </>
  );
}

const leadOf = (issue: BulkIssueView): string =>
  [
    `「${issue.couponName}」`,
    issue.sentence,
    t.copiesText(issue.copies),
    issue.notify ? t.notified : t.notNotified,
  ].join(' · ');

export function BulkIssuePage() {
  const { issueId = '' } = useParams();
  const query = useQuery({
    queryKey: issueKey(issueId),
    queryFn: () => readIssue(issueId),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? 1000 : 10_000),
  });
  const issue = query.data;
  return (
    <Page
      title={issue?.name ?? t.title}
      back={t.path}
      lead={issue ? leadOf(issue) : undefined}
      mark={issue ? <IssueStatePill issue={issue} /> : null}
      actions={issue ? <Controls issue={issue} /> : null}
    >
      <QueryView query={query}>{(data) => <Detail issue={data} />}</QueryView>
    </Page>
  );
}
