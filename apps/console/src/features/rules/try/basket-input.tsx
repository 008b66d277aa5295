import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { briefFen } from '../../../shared/format/money';
import { MoneyInput } from '../../../shared/ui/pickers';
import { searchProducts } from '../api';
import styles from '../rules.module.css';
import { t } from '../strings';

/** A line of the basket as it is typed; `price` fills the amount in until it is typed by hand. */
export interface Line {
  key: number;
  sku: string | null;
  category: string | null;
  label: string;
  quantity: number;
  amountFen: number | null;
  priceFen: number | null;
}

let next = 0;
export const freshLine = (more: Partial<Line> = {}): Line => {
  next += 1;
  return { key: next, sku: null, category: null, label: '', quantity: 1, amountFen: null, priceFen: null, ...more };
};

interface ChoiceProps {
  line: Line;
  categories: { value: string; label: string }[];
  onChange: (patch: Partial<Line>) => void;
}

/** A product by name or code, or any product of a category. */
function ProductChoice({ line, categories, onChange }: ChoiceProps) {
  const [q, setQ] = useState('');
  const found = useQuery({ queryKey: ['rule-products', q], queryFn: () => searchProducts(q), staleTime: 60_000 });
  const products = found.data?.items ?? [];
  const options = [
    {
      label: t.lines.categories,
      options: categories
        .filter(({ label }) => label.includes(q))
        .map(({ value }) => ({ value: `category:${value}`, label: value })),
    },
    {
      label: t.lines.skus,
      options: products.map(({ sku, name }) => ({ value: `sku:${sku}`, label: `${name} ${sku}` })),
    },
  ];
  const take = (chosen: string) => {
    if (chosen.startsWith('category:')) {
      const category = chosen.slice('category:'.length);
      return onChange({ sku: null, category, label: category, priceFen: null });
    }
    const product = products.find(({ sku }) => chosen === `sku:${sku}`);
    if (!product) return;
    const { sku, name, category, priceFen } = product;
    onChange({
      sku,
      category,
      label: name,
      priceFen,
      amountFen: priceFen === null ? line.amountFen : priceFen * line.quantity,
    });
  };
  return (
    <Select
      aria-label={t.try.product}
      showSearch={{ filterOption: false, onSearch: setQ }}
      placeholder={t.try.searchProduct}
      value={line.label || undefined}
      options={options}
      onChange={take}
      popupMatchSelectWidth={false}
    />
  );
}

interface BasketInputProps {
  lines: Line[];
  categories: { value: string; label: string }[];
  onChange: (lines: Line[]) => void;
}

export function BasketInput({ lines, categories, onChange }: BasketInputProps) {
  const set = (key: number, patch: Partial<Line>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...patch } : line)));
  const count = (line: Line, quantity: number) =>
    set(line.key, { quantity, ...(line.priceFen === null ? {} : { amountFen: line.priceFen * quantity }) });
  const total = lines.reduce((sum, line) => sum + (line.amountFen ?? 0), 0);
  return (
    <div className={styles.basket}>
      <div className={styles.basketHead}>
        <span>{t.try.product}</span>
        <span>{t.try.quantity}</span>
        <span>{t.try.amount}</span>
        <span />
      </div>
      {lines.map((line) => (
        <div key={line.key} className={styles.basketLine}>
          <ProductChoice line={line} categories={categories} onChange={(patch) => set(line.key, patch)} />
          <InputNumber
            aria-label={t.try.quantity}
            min={1}
            max={999}
            precision={0}
            value={line.quantity}
            onChange={(quantity) => count(line, quantity ?? 1)}
            style={{ width: '100%' }}
          />
          <MoneyInput
            aria-label={t.try.amount}
            value={line.amountFen}
            onChange={(amountFen) => set(line.key, { amountFen })}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t.try.remove}
            disabled={lines.length === 1}
            onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}
          />
        </div>
      ))}
      <div className={styles.basketFoot}>
        <Button type="dashed" icon={<PlusOutlined />} onClick={() => onChange([...lines, freshLine()])}>
          {t.try.add}
        </Button>
        <b>{t.try.total(briefFen(total))}</b>
      </div>
    </div>
  );
}
