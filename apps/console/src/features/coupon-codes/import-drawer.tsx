import { InboxOutlined } from '@ant-design/icons';
import { App, Button, Drawer, Upload } from 'antd';
import { useState } from 'react';
import type { CodeFileInput } from '../../shared/api/types';
import { readCsv } from '../../shared/format/read-file';
import { useAction } from '../../shared/ui/use-action';
import { lookThrough } from './api';
import { type ChosenFile, ImportForm } from './import-form';
import { t } from './strings';

const MOST_BYTES = 12 * 1024 * 1024;
const k = t.take;

const trouble = (file: File): string | null => {
  if (!/\.(csv|txt)$/i.test(file.name)) return k.notCsv;
  return file.size > MOST_BYTES ? k.tooBig : null;
};

export function ImportDrawer(props: { templateId: string; isOpen: boolean; onClose: () => void }) {
  const { message } = App.useApp();
  const [file, choose] = useState<ChosenFile | null>(null);
  const read = useAction(
    async ({ name, asked }: { name: string; asked: CodeFileInput }) => ({
      name,
      asked,
      look: await lookThrough(asked),
    }),
    { onDone: choose },
  );
  const close = () => {
    choose(null);
    props.onClose();
  };
  const take = async (chosen: File) => {
    const content = await readCsv(chosen);
    const asked = { content, hasHeader: false, column: 0, caseSensitive: false };
    read.mutate({ name: chosen.name.replace(/\.\w+$/, ''), asked });
  };
  return (
    <Drawer
      open={props.isOpen}
      size={560}
      title={k.title}
      onClose={close}
      extra={file ? <Button onClick={() => choose(null)}>{k.other}</Button> : null}
    >
      {file ? (
        <ImportForm
          templateId={props.templateId}
          file={file}
          isReading={read.isPending}
          onRead={(asked) => read.mutate({ name: file.name, asked })}
          onDone={close}
        />
      ) : (
        <Upload.Dragger
          accept=".csv,.txt"
          showUploadList={false}
          disabled={read.isPending}
          beforeUpload={(chosen) => {
            const words = trouble(chosen);
            if (words) message.warning(words);
            else void take(chosen);
            return false;
          }}
        >
          <p className="ant-upload-drag-icon">
            <InboxOutlined />
          </p>
          <p className="ant-upload-text">{read.isPending ? k.reading : k.drop}</p>
          <p className="ant-upload-hint">{k.dropHint}</p>
        </Upload.Dragger>
      )}
    </Drawer>
  );
}
