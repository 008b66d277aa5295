import { InboxOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Upload } from 'antd';
import { useNavigate } from 'react-router-dom';
import type { ImportUpload } from '../../shared/api/types';
import { readCsv } from '../../shared/format/read-file';
import { DataTable } from '../../shared/table/data-table';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { useAction } from '../../shared/ui/use-action';
import { useUrlState } from '../../shared/ui/use-url-state';
import { importsKey, keepColumns, listImports, upload } from './api';
import { importColumns } from './import-columns';
import { t } from './strings';

const MOST_BYTES = 20 * 1024 * 1024;
const defaults = { sort: '' };

const trouble = (file: File): string | null => {
  if (!/\.(csv|txt)$/i.test(file.name)) return t.notCsv;
  if (file.size === 0) return t.emptyFile;
  return file.size > MOST_BYTES ? t.tooBig : null;
};

export function ImportsPage() {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [state, patch] = useUrlState(defaults);
  const query = useQuery({
    queryKey: importsKey,
    queryFn: listImports,
    refetchInterval: ({ state: now }) => (now.data?.items.some((row) => row.state === 'running') ? 3000 : false),
  });
  const send = useAction(async (file: File): Promise<ImportUpload> => upload(file.name, await readCsv(file)), {
    refresh: [importsKey],
    onDone: (answer) => {
      keepColumns(answer.importId, answer.columns);
      navigate(`/imports/${answer.importId}`);
    },
  });
  return (
    <Page title={t.title} lead={t.lead}>
      <Panel>
        <Upload.Dragger
          accept=".csv,.txt"
          showUploadList={false}
          disabled={send.isPending}
          beforeUpload={(file) => {
            const words = trouble(file);
            if (words) message.warning(words);
            else send.mutate(file);
            return false;
          }}
        >
          <p className="ant-upload-drag-icon">
            <InboxOutlined />
          </p>
          <p className="ant-upload-text">{send.isPending ? t.reading : t.dropTitle}</p>
          <p className="ant-upload-hint">{t.dropHint}</p>
        </Upload.Dragger>
      </Panel>
      <DataTable
        id="imports"
        columns={importColumns}
        rowKey={(row) => row.importId}
        query={query}
        state={state}
        onState={patch}
        filters={<b>{t.history}</b>}
        empty={{ title: t.emptyTitle, hint: t.emptyHint }}
        exportSource={t.exportName}
        onOpen={(row) => navigate(`/imports/${row.importId}`)}
      />
    </Page>
  );
}
