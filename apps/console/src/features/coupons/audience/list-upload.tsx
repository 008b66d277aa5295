import { UploadOutlined } from '@ant-design/icons';
import { App, Button, Form, Upload } from 'antd';
import { useState } from 'react';
import type { AudienceList, Named } from '../../../shared/api/types';
import { formatCount } from '../../../shared/format/money';
import { readCsv } from '../../../shared/format/read-file';
import { useAction } from '../../../shared/ui/use-action';
import { uploadList } from './api';
import styles from './audience.module.css';
import { t } from './strings';

const MOST_BYTES = 6 * 1024 * 1024;
const LINES_SHOWN = 8;

const trouble = (file: File): string | null => {
  if (!/\.(csv|txt)$/i.test(file.name)) return t.notText;
  if (file.size === 0) return t.emptyFile;
  return file.size > MOST_BYTES ? t.tooBig : null;
};

const resultOf = ({ lines, members, repeated, unknown, unknownLines }: AudienceList): string[] => [
  t.listResult(formatCount(members), formatCount(lines)),
  ...(repeated > 0 ? [t.repeated(formatCount(repeated))] : []),
  ...(unknown > 0
    ? [
        t.unknown(
          formatCount(unknown),
          unknownLines.slice(0, LINES_SHOWN).join('、') + (unknown > LINES_SHOWN ? t.more : ''),
        ),
      ]
    : []),
];

/** A list of members as a file; the server keeps who was found, and tells which lines named nobody. */
export function ListUpload({ value, onChange }: { value: Named | null; onChange: (list: Named | null) => void }) {
  const { message } = App.useApp();
  const [found, setFound] = useState<AudienceList | null>(null);
  const send = useAction(
    async (file: File) => ({ name: file.name, list: await uploadList(file.name.slice(0, 100), await readCsv(file)) }),
    {
      onDone: ({ name, list }) => {
        setFound(list);
        onChange({ code: list.listId, name: name.slice(0, 100) });
      },
    },
  );
  return (
    <Form.Item label={t.list} extra={value ? null : t.listHint}>
      {value ? (
        <div className={styles.list}>
          <b>{value.name}</b>
          <Button type="link" size="small" onClick={() => onChange(null)}>
            {t.remove}
          </Button>
          {found?.listId === value.code
            ? resultOf(found).map((line) => (
                <div key={line} className={styles.soft}>
                  {line}
                </div>
              ))
            : null}
        </div>
      ) : (
        <Upload
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
          <Button icon={<UploadOutlined />} loading={send.isPending}>
            {t.choose}
          </Button>
        </Upload>
      )}
    </Form.Item>
  );
}
