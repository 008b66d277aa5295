import { PlusOutlined } from '@ant-design/icons';
import { type QueryKey, useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { common } from '../text/common';
import { Allowed } from '../ui/allowed';
import { Page } from '../ui/page';
import type { EmptyText } from '../ui/states';
import { useUrlState } from '../ui/use-url-state';
import type { DataColumn } from './columns';
import { DataTable } from './data-table';

interface StatusListPageProps<Row extends { status: string }> {
  /** Names the table in this browser's memory. */
  id: string;
  texts: { title: string; lead: string; create: string; emptyTitle: string; emptyHint: string; exportName: string };
  /** Every status with its words, in the order of the filter. */
  statusNames: Readonly<Record<Row['status'], string>>;
  queryKey: QueryKey;
  list: () => Promise<{ items: Row[] }>;
  columns: readonly DataColumn<Row>[];
  idOf: (row: Row) => string;
  /** Where one of them is opened (`/coupons`), and a new one is made (`/coupons/new`). */
  path: string;
  mayWrite: string;
  sort?: string;
  /** Beside the button that makes a new one. */
  more?: ReactNode;
  children?: ReactNode;
}

/** Things with a life that a manager makes and opens, filtered by where they stand in it: coupons, activities, mall items. */
export function StatusListPage<Row extends { status: string }>(props: StatusListPageProps<Row>) {
  const { texts, statusNames, path, idOf } = props;
  const [state, patch] = useUrlState({ status: '', sort: props.sort ?? '' });
  const navigate = useNavigate();
  const query = useQuery({ queryKey: props.queryKey, queryFn: props.list });
  const items = query.data?.items.filter((row) => !state.status || row.status === state.status);
  const options = [
    { value: '', label: common.all },
    ...Object.entries<string>(statusNames).map(([value, label]) => ({ value, label })),
  ];
  const empty: EmptyText = { title: texts.emptyTitle, hint: texts.emptyHint };
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        <>
          {props.more}
          <Allowed to={props.mayWrite}>
            <Link to={`${path}/new`}>
              <Button type="primary" icon={<PlusOutlined />}>
                {texts.create}
              </Button>
            </Link>
          </Allowed>
        </>
      }
    >
      <DataTable<Row>
        id={props.id}
        columns={props.columns}
        rowKey={idOf}
        query={{ ...query, data: items ? { items } : undefined }}
        state={state}
        onState={patch}
        filters={<Segmented options={options} value={state.status} onChange={(status) => patch({ status })} />}
        isFiltered={Boolean(state.status)}
        empty={empty}
        exportSource={texts.exportName}
        onOpen={(row) => navigate(`${path}/${idOf(row)}`)}
      />
      {props.children}
    </Page>
  );
}
