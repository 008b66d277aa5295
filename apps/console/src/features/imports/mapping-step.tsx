import { Alert, Button, Form, Input, Select, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { ImportColumn, ImportView, MappingInput } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { Panel } from '../../shared/ui/panel';
import { StoreInput } from '../../shared/ui/pickers';
import { EmptyState } from '../../shared/ui/states';
import { useAction } from '../../shared/ui/use-action';
import { importKey, keptColumns, saveMapping } from './api';
import { guessMapping, type ImportField, importFields } from './fields';
import styles from './imports.module.css';
import { t } from './strings';

const DATE_FORMATS = [
  { value: 'iso', label: t.dateIso },
  ...['yyyy-MM-dd HH:mm:ss', 'yyyy/M/d H:mm', 'yyyy/M/d H:mm:ss', 'yyyy/M/d', 'yyyyMMdd', 'yyyyMMddHHmmss'].map(
    (value) => ({
      value,
      label: value,
    }),
  ),
];

/** The name space of the order numbers, as the server accepts it. */
const SOURCE = /^[a-z0-9][a-z0-9.-]{0,31}$/;

interface Settings {
  storeId: string | null;
  source: string;
  dateFormat: string;
  memberKind: string;
}

const troubleOf = (mapping: Record<string, string>, storeId: string | null): string | null => {
  const missing = importFields.filter((field) => field.required && !mapping[field.name]);
  if (missing.length > 0) return t.missing(missing.map((field) => field.label).join('、'));
  return mapping.store || storeId ? null : t.storeMissing;
};

interface MappingTableProps {
  columns: ImportColumn[];
  mapping: Record<string, string>;
  onChange: (mapping: Record<string, string>) => void;
}

function MappingTable({ columns, mapping, onChange }: MappingTableProps) {
  const choose = (field: ImportField, column?: string) => {
    const { [field.name]: _old, ...rest } = mapping;
    onChange(column ? { ...rest, [field.name]: column } : rest);
  };
  const samples = (field: ImportField) => columns.find((column) => column.name === mapping[field.name])?.sample ?? [];
  return (
    <Table<ImportField>
      size="small"
      rowKey="name"
      pagination={false}
      dataSource={[...importFields]}
      columns={[
        {
          title: t.field,
          width: 320,
          render: (_, field) => (
            <>
              <b>
                {field.label}
                {field.required ? <span className={styles.star}> *</span> : null}
              </b>
              <div className={styles.soft}>{field.hint}</div>
            </>
          ),
        },
        {
          title: t.column,
          width: 240,
          render: (_, field) => (
            <Select
              allowClear
              showSearch
              style={{ width: '100%' }}
              placeholder={t.skipColumn}
              status={field.required && !mapping[field.name] ? 'warning' : undefined}
              value={mapping[field.name]}
              onChange={(column?: string) => choose(field, column)}
              options={columns.map((column) => ({ value: column.name, label: column.name }))}
            />
          ),
        },
        {
          title: t.sample,
          render: (_, field) => <span className={styles.samples}>{samples(field).filter(Boolean).join('　')}</span>,
        },
      ]}
    />
  );
}

interface OptionsProps {
  value: Settings;
  onChange: (patch: Partial<Settings>) => void;
}

function Options({ value, onChange }: OptionsProps) {
  return (
    <Form layout="vertical" className={styles.options}>
      <Form.Item label={t.memberKind} htmlFor="import-member-kind">
        <Select
          id="import-member-kind"
          value={value.memberKind}
          onChange={(memberKind) => onChange({ memberKind })}
          options={Object.entries(t.memberKinds).map(([kind, label]) => ({ value: kind, label }))}
        />
      </Form.Item>
      <Form.Item label={t.wholeStore} htmlFor="import-store" extra={t.wholeStoreHint}>
        <StoreInput id="import-store" value={value.storeId} onChange={(storeId) => onChange({ storeId })} />
      </Form.Item>
      <Form.Item label={t.dateFormat} htmlFor="import-dates">
        <Select
          id="import-dates"
          value={value.dateFormat}
          onChange={(dateFormat) => onChange({ dateFormat })}
          options={DATE_FORMATS}
        />
      </Form.Item>
      <Form.Item
        label={t.source}
        htmlFor="import-source"
        extra={t.sourceHint}
        validateStatus={SOURCE.test(value.source) ? undefined : 'error'}
        help={SOURCE.test(value.source) ? undefined : t.sourceWrong}
      >
        <Input
          id="import-source"
          value={value.source}
          maxLength={32}
          onChange={(event) => onChange({ source: event.target.value })}
        />
      </Form.Item>
    </Form>
  );
}

export function MappingStep({ view, onMapped }: { view: ImportView; onMapped: () => void }) {
  const columns = keptColumns(view.importId);
  const [mapping, setMapping] = useState(() => guessMapping(columns.map(({ name }) => name)));
  const [settings, set] = useState<Settings>({ storeId: null, source: 'pos', dateFormat: 'iso', memberKind: 'phone' });
  const save = useAction((input: MappingInput) => saveMapping(view.importId, input), {
    refresh: [importKey(view.importId)],
    onDone: onMapped,
  });
  const trouble = troubleOf(mapping, settings.storeId);
  if (columns.length === 0)
    return (
      <Panel>
        <EmptyState
          title={t.columnsGone}
          hint={t.columnsGoneHint}
          action={
            <Link to={t.back}>
              <Button>{t.reUpload}</Button>
            </Link>
          }
        />
      </Panel>
    );
  return (
    <Panel title={t.mapTitle}>
      <p className={styles.lead}>{t.mapLead(formatCount(view.rows))}</p>
      <MappingTable columns={columns} mapping={mapping} onChange={setMapping} />
      <Options value={settings} onChange={(patch) => set({ ...settings, ...patch })} />
      {trouble ? <Alert type="warning" showIcon title={trouble} className={styles.gap} /> : null}
      <Button
        type="primary"
        disabled={trouble !== null || !SOURCE.test(settings.source)}
        loading={save.isPending}
        onClick={() => save.mutate({ mapping, ...settings })}
      >
        {t.next}
      </Button>
    </Panel>
  );
}
