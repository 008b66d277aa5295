import { Button, Form, Input, Radio, Select, Switch } from 'antd';
import type { CodeFileInput, ImportCodesInput, LookedThrough } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { common } from '../../shared/text/common';
import { Figure } from '../../shared/ui/figure';
import { MomentInput } from '../../shared/ui/pickers';
import { useAction } from '../../shared/ui/use-action';
import { batchesKey, importCodes } from './api';
import styles from './codes.module.css';
import { FaultTable } from './fault-table';
import { t } from './strings';

const k = t.take;

/** A file, how it was read, and what was found so. */
export interface ChosenFile {
  name: string;
  asked: CodeFileInput;
  look: LookedThrough;
}

interface ImportFormProps {
  templateId: string;
  file: ChosenFile;
  isReading: boolean;
  /** Looks through the file again with another reading of it. */
  onRead: (asked: CodeFileInput) => void;
  onDone: () => void;
}

type Typed = Pick<ImportCodesInput, 'name' | 'usableUntil' | 'onFault'>;

export function ImportForm({ templateId, file, isReading, onRead, onDone }: ImportFormProps) {
  const { asked, look, name } = file;
  const [form] = Form.useForm<Typed>();
  const onFault = Form.useWatch('onFault', form) ?? 'skip';
  const take = useAction((typed: Typed) => importCodes(templateId, { ...asked, ...typed }), {
    said: k.taken,
    refresh: [batchesKey(templateId)],
    onDone,
  });
  const read = (change: Partial<CodeFileInput>) => onRead({ ...asked, ...change });
  const isTakeable = look.codes > 0 && (onFault === 'skip' || look.faulty === 0);
  return (
    <>
      <div className={styles.reading}>
        <Switch checked={asked.hasHeader} loading={isReading} onChange={(hasHeader) => read({ hasHeader })} />
        {k.hasHeader}
      </div>
      <div className={styles.reading}>
        <Switch
          checked={asked.caseSensitive}
          loading={isReading}
          onChange={(caseSensitive) => read({ caseSensitive })}
        />
        {k.caseSensitive}
        <span className={styles.soft}>{k.caseHint}</span>
      </div>
      <Form.Item label={k.column} layout="vertical">
        <Select
          value={asked.column}
          onChange={(column) => read({ column })}
          options={look.columns.map((column, i) => ({
            value: i,
            label: `${column.name}（${column.sample.filter(Boolean).slice(0, 2).join('、')}…）`,
          }))}
        />
      </Form.Item>
      <div className={styles.figures}>
        <Figure size="small" label={k.good} value={formatCount(look.codes)} />
        <Figure size="small" label={k.faulty} value={formatCount(look.faulty)} />
      </div>
      <FaultTable faults={look.faults} total={look.faulty} />
      <Form<Typed>
        form={form}
        layout="vertical"
        className={styles.after}
        initialValues={{ name: name.slice(0, 60), usableUntil: null, onFault: 'skip' }}
        onFinish={(typed) => take.mutate({ ...typed, usableUntil: typed.usableUntil ?? null })}
      >
        <Form.Item
          name="name"
          label={t.order.name}
          rules={[{ required: true, whitespace: true, message: common.required }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="usableUntil" label={t.order.until}>
          <MomentInput placeholder={t.order.untilPlaceholder} />
        </Form.Item>
        <Form.Item name="onFault" label={k.onFault} hidden={look.faulty === 0}>
          <Radio.Group
            options={[
              { value: 'skip', label: k.skip },
              { value: 'refuse', label: k.refuse },
            ]}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={take.isPending} disabled={!isTakeable || isReading}>
          {k.submit(formatCount(look.codes))}
        </Button>
      </Form>
    </>
  );
}
