import { Table } from 'antd';
import type { ImportError } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { Pill } from '../../shared/ui/pill';
import styles from './imports.module.css';
import { t } from './strings';

/** Row by row: which line of the file, and why it was left out. */
export function ErrorTable({ errors }: { errors: ImportError[] }) {
  if (errors.length === 0) return <p className={styles.fine}>{t.errorsNone}</p>;
  return (
    <div className={styles.errors}>
      <h3 className={styles.heading}>
        {t.errors} <Pill tone="warn">{formatCount(errors.length)}</Pill>
      </h3>
      <Table<ImportError>
        size="small"
        rowKey={(error) => `${error.row}-${error.code}`}
        dataSource={errors}
        pagination={errors.length > 10 ? { pageSize: 10, showSizeChanger: false, size: 'small' } : false}
        columns={[
          { title: t.row, dataIndex: 'row', width: 90, sorter: (a, b) => a.row - b.row },
          { title: t.message, dataIndex: 'message' },
          { title: t.code, dataIndex: 'code', width: 200, className: styles.code },
        ]}
      />
    </div>
  );
}
