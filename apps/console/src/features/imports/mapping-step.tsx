import { Alert, Button, Form, Input, Select, Table } from 'antd';
import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import type { ImportColumn, ImportView } from '../../shared/api/types/sales';
import { formatCount } from '../../shared/format/money';
import { Panel } from '../../shared/ui/panel';
import { StoreInput } from '../../shared/ui/pickers';
import { useAction } from '../../shared/ui/use-action';
import { importKey, type MappingInput, saveMapping } from './api';
import { guessMapping, type ImportField, importFields } from './fields';
import styles from './imports.module.css';
import { t } from './strings';

const DATE_FORMATS = ['YYYY-MM-DD HH:mm:ss', 'YYYY/M/D H:mm', 'YYYYMMDD', 'ISO 8601'];

const troubleOf = (mapping: Record<string, string>, storeId: string | null): string | null => {
  const missing = importFields.filter((field) => field.required && !mapping[field.name]);
  if (missing.length > 0) return t.missing(missing.map((field) => field.label).join('、'));
  return mapping.storeCode || storeId ? null : t.storeMissing;
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

export function MappingStep({ view, onMapped }: { view: ImportView; onMapped: () => void }) {
  const location = useLocation();
  const carried = (location.state as { columns?: ImportColumn[] } | null)?.columns;
  const columns = view.columns ?? carried ?? [];
  const [mapping, setMapping] = useState(() => view.mapping ?? guessMapping(columns.map(({ name }) => name)));
  const [storeId, setStoreId] = useState<string | null>(null);
  const [source, setSource] = useState('till');
  const [dateFormat, setDateFormat] = useState<string>();
  const save = useAction((input: MappingInput) => saveMapping(view.importId, input), {
    refresh: [importKey(view.importId)],
    onDone: onMapped,
  });
  const trouble = troubleOf(mapping, storeId);
  return (
    <Panel title={t.mapTitle}>
      <p className={styles.lead}>{t.mapLead(formatCount(view.rows))}</p>
      <MappingTable columns={columns} mapping={mapping} onChange={setMapping} />
      <Form layout="vertical" className={styles.options}>
        <Form.Item label={t.wholeStore} extra={t.wholeStoreHint}>
          <StoreInput value={storeId} onChange={setStoreId} />
        </Form.Item>
        <Form.Item label={t.source} extra={t.sourceHint}>
          <Input value={source} maxLength={40} onChange={(event) => setSource(event.target.value)} />
        </Form.Item>
        <Form.Item label={t.dateFormat}>
          <Select
            allowClear
            placeholder={t.dateAuto}
            value={dateFormat}
            onChange={setDateFormat}
            options={DATE_FORMATS.map((value) => ({ value, label: value }))}
          />
        </Form.Item>
      </Form>
      {trouble ? <Alert type="warning" showIcon title={trouble} className={styles.gap} /> : null}
      <Button
        type="primary"
        disabled={trouble !== null || !source.trim()}
        loading={save.isPending}
        onClick={() => save.mutate({ mapping, source: source.trim(), storeId: storeId ?? undefined, dateFormat })}
      >
        {t.next}
      </Button>
    </Panel>
  );
}
