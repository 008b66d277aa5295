import { ArrowRightOutlined } from '@ant-design/icons';
import type { FieldChange } from '../../../shared/api/types';
import styles from '../rules.module.css';
import { t } from '../strings';

/** What differs, field by field: 每日上限 200 分 → 300 分. */
export function ChangesTable({ changes }: { changes: readonly FieldChange[] }) {
  if (changes.length === 0) return <p className={styles.soft}>{t.noChanges}</p>;
  return (
    <dl className={styles.changes}>
      {changes.map((change) => (
        <div key={change.field}>
          <dt>{change.field}</dt>
          <dd>
            <del>{change.before}</del>
            <ArrowRightOutlined aria-label={t.after} />
            <ins>{change.after}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
