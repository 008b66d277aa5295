import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { messageOf } from '../api/errors';
import { csvText, download } from '../format/csv';
import { brandNow } from '../format/time';
import { common } from '../text/common';
import { type DataColumn, exportable } from './columns';

const MOST_ROWS = 5000;

export interface ExportSource<Row> {
  name: string;
  /** Called page by page (100 rows each) until the total is reached. */
  fetchPage: (page: number, pageSize: number) => Promise<{ items: Row[]; total: number }>;
}

const collect = async <Row,>(source: ExportSource<Row>, onProgress: (done: number, total: number) => void) => {
  const rows: Row[] = [];
  for (let page = 1; ; page += 1) {
    const part = await source.fetchPage(page, 100);
    rows.push(...part.items);
    onProgress(rows.length, part.total);
    if (part.items.length === 0 || rows.length >= part.total || rows.length >= MOST_ROWS) {
      return { rows: rows.slice(0, MOST_ROWS), total: part.total };
    }
  }
};

interface ExportButtonProps<Row> {
  source: ExportSource<Row>;
  columns: readonly DataColumn<Row>[];
}

/** Everything that matches the filters, in the columns that are shown; formula-safe. */
export function ExportButton<Row>({ source, columns }: ExportButtonProps<Row>) {
  const { message } = App.useApp();
  const [progress, setProgress] = useState<string | null>(null);
  const run = async () => {
    setProgress(common.exportCsv);
    try {
      const { rows, total } = await collect(source, (done, all) => setProgress(common.exporting(done, all)));
      const shown = exportable(columns);
      const cells = rows.map((row) => shown.map((column) => (column.exported ?? column.value)(row)));
      const stamp = brandNow().format('YYYYMMDD-HHmm');
      download(
        `${source.name}-${stamp}.csv`,
        csvText(
          shown.map(({ title }) => title),
          cells,
        ),
      );
      if (total > rows.length) message.warning(common.exportCapped(rows.length));
      else message.success(common.exported(rows.length));
    } catch (error) {
      message.error(messageOf(error));
    } finally {
      setProgress(null);
    }
  };
  return (
    <Button icon={<DownloadOutlined />} loading={progress !== null} onClick={() => void run()}>
      {progress ?? common.exportCsv}
    </Button>
  );
}
