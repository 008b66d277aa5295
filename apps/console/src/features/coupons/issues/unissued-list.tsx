import { DownloadOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { Link } from 'react-router-dom';
import type { BulkIssueView } from '../../../shared/api/types';
import { download } from '../../../shared/format/csv';
import { Panel } from '../../../shared/ui/panel';
import { useAction } from '../../../shared/ui/use-action';
import { listUnissued, unissuedCsv, unissuedKey } from './api';
import styles from './issues.module.css';
import { t } from './strings';

/** Who of the audience got nothing or less, and why; the whole list as a file. */
export function UnissuedList({ issue }: { issue: BulkIssueView }) {
  const query = useInfiniteQuery({
    queryKey: [...unissuedKey(issue.issueId), issue.state],
    queryFn: ({ pageParam }) => listUnissued(issue.issueId, pageParam),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
  });
  const save = useAction(() => unissuedCsv(issue.issueId), {
    onDone: (text) => download(t.downloadName(issue.name), text),
  });
  return (
    <Panel
      title={t.unissued}
      flush
      extra={
        <Button icon={<DownloadOutlined />} loading={save.isPending} onClick={() => save.mutate()}>
          {t.download}
        </Button>
      }
    >
      <Table
        pagination={false}
        loading={query.isPending}
        rowKey={(row) => row.position}
        dataSource={query.data?.pages.flatMap(({ items }) => items) ?? []}
        locale={{ emptyText: t.unissuedEmpty }}
        columns={[
          {
            title: t.memberNo,
            render: (_, row) => <Link to={`/members/${row.memberId}`}>{row.memberNo}</Link>,
          },
          { title: t.nickname, dataIndex: 'nickname' },
          { title: t.reason, dataIndex: 'why' },
          { title: t.missing, align: 'right', render: (_, row) => t.pieces(String(row.missing)) },
        ]}
      />
      {query.hasNextPage ? (
        <div className={styles.more}>
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t.more}
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}
