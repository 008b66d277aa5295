import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { client } from '../../shared/api/client';
import type { CommentInReview } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { Person } from '../../shared/ui/person';
import { Pill } from '../../shared/ui/pill';
import { EmptyState, QueryView } from '../../shared/ui/states';
import { useAction } from '../../shared/ui/use-action';
import { When } from '../../shared/ui/when';
import styles from './comments.module.css';
import { t } from './strings';

const KEY = ['comments'];
type Decision = 'approve' | 'reject';

function CommentLine({ comment }: { comment: CommentInReview }) {
  const decide = useAction(
    (decision: Decision) =>
      client.post('/api/console/comments/{id}/decision', { params: { id: comment.commentId }, body: { decision } }),
    { said: (_, decision) => (decision === 'approve' ? t.approved : t.rejected), refresh: [KEY, ['today']] },
  );
  return (
    <li className={styles.line}>
      <div className={styles.words}>
        <Person name={comment.author.name} note={<When at={comment.at} />} />
        <p>{comment.text}</p>
        <span className={styles.soft}>
          {t.onPost(comment.postTitle ?? t.untitled)}
          {comment.reason ? ` · ${comment.reason}` : ''}
        </span>
      </div>
      <div className={styles.buttons}>
        <Button
          icon={<CloseOutlined />}
          danger
          loading={decide.isPending && decide.variables === 'reject'}
          disabled={decide.isPending}
          onClick={() => decide.mutate('reject')}
        >
          {t.reject}
        </Button>
        <Button
          icon={<CheckOutlined />}
          type="primary"
          loading={decide.isPending && decide.variables === 'approve'}
          disabled={decide.isPending}
          onClick={() => decide.mutate('approve')}
        >
          {t.approve}
        </Button>
      </div>
    </li>
  );
}

export function CommentsPage() {
  const query = useQuery({
    queryKey: KEY,
    queryFn: () => client.get('/api/console/comments', { query: { state: 'in-review', pageSize: 50 } }),
    refetchInterval: 30_000,
  });
  const count = query.data?.total ?? 0;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      mark={count > 0 ? <Pill tone="warn">{t.waiting(formatCount(count))}</Pill> : null}
    >
      <Panel>
        <QueryView query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t.emptyTitle} hint={t.emptyHint} />
            ) : (
              <ul className={styles.list}>
                {items.map((comment) => (
                  <CommentLine key={comment.commentId} comment={comment} />
                ))}
              </ul>
            )
          }
        </QueryView>
      </Panel>
    </Page>
  );
}
