import { useQuery } from '@tanstack/react-query';
import { Form, Segmented, Select } from 'antd';
import { useState } from 'react';
import { searchProducts } from '../api';
import styles from '../rules.module.css';
import { t } from '../strings';
import type { PartProps } from './part';

const l = t.lines;

/** Products by name or code; those chosen before are shown by their code. */
function SkusInput({ value, onChange }: { value: string[]; onChange: (skus: string[]) => void }) {
  const [q, setQ] = useState('');
  const found = useQuery({ queryKey: ['rule-products', q], queryFn: () => searchProducts(q), staleTime: 60_000 });
  return (
    <Select
      aria-label={l.skus}
      mode="multiple"
      value={value}
      placeholder={l.searchSku}
      showSearch={{ filterOption: false, onSearch: setQ }}
      loading={found.isFetching}
      options={found.data?.items.map(({ sku, name }) => ({ value: sku, label: `${name} ${sku}` }))}
      onChange={onChange}
    />
  );
}

/** Which lines of the basket the rule looks at. */
export function LinesFields({
  draft,
  change,
  categories,
}: PartProps & { categories: { value: string; label: string }[] }) {
  const { lines } = draft;
  const mode = lines === null ? 'all' : lines.except ? 'except' : 'some';
  const take = (next: 'all' | 'some' | 'except') =>
    change({
      lines:
        next === 'all'
          ? null
          : { categories: lines?.categories ?? [], skus: lines?.skus ?? [], except: next === 'except' },
    });
  return (
    <>
      <Form.Item label={l.label}>
        <Segmented
          value={mode}
          onChange={take}
          options={[
            { value: 'all', label: l.all },
            { value: 'some', label: l.some },
            { value: 'except', label: l.except },
          ]}
        />
      </Form.Item>
      {lines ? (
        <div className={styles.pair}>
          <Form.Item label={l.categories}>
            <Select
              aria-label={l.categories}
              mode="tags"
              value={lines.categories}
              options={categories}
              onChange={(next: string[]) => change({ lines: { ...lines, categories: next } })}
            />
          </Form.Item>
          <Form.Item label={l.skus}>
            <SkusInput value={lines.skus} onChange={(skus) => change({ lines: { ...lines, skus } })} />
          </Form.Item>
        </div>
      ) : null}
    </>
  );
}
