import { ReloadOutlined } from '@ant-design/icons';
import { Button, Skeleton, Table, type TableColumnType } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { formatCount } from '../format/money';
import { common } from '../text/common';
import { EmptyState, type EmptyText, ErrorState } from '../ui/states';
import { ColumnChoice, useHiddenColumns } from './column-choice';
import { type DataColumn, sortRows } from './columns';
import { ExportButton, type ExportSource } from './export-button';
import styles from './table.module.css';

interface TableQuery<Row> {
  data: { items: Row[]; total?: number } | undefined;
  isError: boolean;
  isFetching: boolean;
  error: unknown;
  refetch: () => unknown;
}

interface DataTableProps<Row> {
  /** Names the table in this browser's memory of hidden columns. */
  id: string;
  columns: readonly DataColumn<Row>[];
  rowKey: (row: Row) => string;
  query: TableQuery<Row>;
  /** page, pageSize and sort come from the address; see useUrlState. */
  state: { page?: string; pageSize?: string; sort?: string };
  onState: (patch: { page?: string; pageSize?: string; sort?: string }) => void;
  filters?: ReactNode;
  isFiltered?: boolean;
  empty: EmptyText;
  exportSource?: ExportSource<Row> | string;
  onOpen?: (row: Row) => void;
}

const toTableColumn = <Row,>(column: DataColumn<Row>, sort: string, isPaged: boolean): TableColumnType<Row> => ({
  key: column.key,
  title: column.title,
  width: column.width,
  align: column.align,
  ellipsis: column.ellipsis,
  fixed: column.lead ? 'left' : column.actions ? 'right' : undefined,
  className: column.align === 'right' ? styles.figures : undefined,
  sorter: column.sortable === true,
  sortOrder: column.sortable
    ? sort === column.key
      ? 'ascend'
      : sort === `-${column.key}`
        ? 'descend'
        : null
    : undefined,
  showSorterTooltip: isPaged ? { title: common.sortsPage } : false,
  render: (_: unknown, row: Row) => (column.render ? column.render(row) : (column.value(row) ?? '—')),
  onCell: column.actions ? () => ({ onClick: (event) => event.stopPropagation() }) : undefined,
});

/** A table as every list has it: filters, column choice, export, sorting and paging kept in the address. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { columns, query, state, onState, exportSource } = props;
  const sort = state.sort ?? '';
  const choice = useHiddenColumns(props.id, columns);
  const shown = columns.filter((column) => column.lead || column.actions || !choice.hidden.includes(column.key));
  const rows = useMemo(() => sortRows(query.data?.items ?? [], columns, sort), [query.data, columns, sort]);
  const total = query.data?.total;
  const isPaged = total !== undefined && state.page !== undefined;
  const source: ExportSource<Row> | undefined =
    typeof exportSource === 'string'
      ? { name: exportSource, fetchPage: async () => ({ items: [...rows], total: rows.length }) }
      : exportSource;
  if (query.isError && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const empty = props.isFiltered ? { title: common.noMatch, hint: common.noMatchHint } : props.empty;
  return (
    <div className={styles.frame}>
      <div className={styles.bar}>
        <div className={styles.filters}>{props.filters}</div>
        <div className={styles.tools}>
          <Button
            icon={<ReloadOutlined />}
            aria-label={common.refresh}
            title={common.refresh}
            onClick={() => void query.refetch()}
          />
          <ColumnChoice columns={columns} hidden={choice.hidden} onHide={choice.hide} onReset={choice.reset} />
          {source ? <ExportButton source={source} columns={shown} /> : null}
        </div>
      </div>
      {query.data ? (
        <Table<Row>
          rowKey={props.rowKey}
          columns={shown.map((column) => toTableColumn(column, sort, isPaged))}
          dataSource={rows as Row[]}
          loading={query.isFetching && { delay: 200 }}
          scroll={{ x: 'max-content' }}
          locale={{ emptyText: <EmptyState {...empty} /> }}
          onRow={(row) => (props.onOpen ? { onClick: () => props.onOpen?.(row), className: styles.opens } : {})}
          onChange={(paging, _filters, sorter, extra) => {
            if (extra.action === 'sort' && !Array.isArray(sorter)) {
              const key = String(sorter.columnKey ?? '');
              onState({ sort: sorter.order ? (sorter.order === 'descend' ? `-${key}` : key) : '' });
            }
            if (extra.action === 'paginate')
              onState({ page: String(paging.current ?? 1), pageSize: String(paging.pageSize ?? 20) });
          }}
          pagination={
            isPaged
              ? {
                  current: Number(state.page),
                  pageSize: Number(state.pageSize ?? 20),
                  total,
                  showSizeChanger: true,
                  pageSizeOptions: [20, 50, 100],
                  showTotal: (all) => common.total(formatCount(all)),
                  className: styles.paging,
                }
              : false
          }
        />
      ) : (
        <div className={styles.skeleton}>
          <Skeleton active title={false} paragraph={{ rows: 9, width: '100%' }} />
        </div>
      )}
    </div>
  );
}
