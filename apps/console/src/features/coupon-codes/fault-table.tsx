import { Table } from 'antd';
import type { CodeFault } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { t } from './strings';

/** Lines of a file that are no codes, by their number. `total` counts those that are not listed too. */
export function FaultTable({ faults, total }: { faults: CodeFault[]; total: number }) {
  if (faults.length === 0) return null;
  return (
    <Table<CodeFault>
      size="small"
      rowKey={(row) => `${row.line}`}
      dataSource={faults}
      pagination={faults.length > 10 ? { pageSize: 10, size: 'small', showSizeChanger: false } : false}
      footer={total > faults.length ? () => t.faults.more(formatCount(total)) : undefined}
      columns={[
        { title: t.faults.line, dataIndex: 'line', width: 80 },
        { title: t.faults.text, dataIndex: 'text', ellipsis: true },
        {
          title: t.faults.why,
          render: (_, row) => (row.firstLine ? t.twiceOf(row.firstLine) : t.whys[row.fault]),
        },
      ]}
    />
  );
}
