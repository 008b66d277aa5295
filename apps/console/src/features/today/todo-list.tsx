import { CheckCircleOutlined, RightOutlined } from '@ant-design/icons';
import { Link } from 'react-router-dom';
import type { Today } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { Panel } from '../../shared/ui/panel';
import { Pill } from '../../shared/ui/pill';
import { t } from './strings';
import styles from './today.module.css';

/** What needs a person today; each line leads to where it is done. */
export function TodoList({ items }: { items: Today['todo'] }) {
  const open = items.filter((item) => item.count > 0);
  const sum = open.reduce((total, item) => total + item.count, 0);
  return (
    <Panel title={t.todo} extra={sum > 0 ? <Pill tone="warn">{formatCount(sum)}</Pill> : null} className={styles.todo}>
      {open.length === 0 ? (
        <div className={styles.calm}>
          <CheckCircleOutlined className={styles.calmIcon} />
          <b>{t.todoEmpty}</b>
          <span>{t.todoEmptyHint}</span>
        </div>
      ) : (
        <ul className={styles.todoList}>
          {open.map((item) => (
            <li key={item.kind}>
              <Link to={item.link} className={styles.todoLine}>
                <span className={styles.todoCount}>{formatCount(item.count)}</span>
                <span className={styles.todoTitle}>{item.title}</span>
                <RightOutlined aria-label={t.open} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
