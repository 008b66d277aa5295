import { InputNumber } from 'antd';
import { MoneyInput } from '../../shared/ui/pickers';
import type { TierBasis } from './api';
import { t } from './strings';

interface AmountInputProps {
  basis: TierBasis;
  id?: string;
  value?: number | null;
  onChange?: (value: number | null) => void;
}

/** A threshold in the unit of the basis: whole numbers everywhere, ¥ on the screen where money counts. */
export function AmountInput({ basis, ...field }: AmountInputProps) {
  if (basis === 'net-spend') return <MoneyInput {...field} max={10_000_000} />;
  return (
    <InputNumber
      {...field}
      min={0}
      max={1_000_000_000}
      precision={0}
      suffix={basis === 'visits' ? t.times : t.units[basis]}
      style={{ width: '100%' }}
    />
  );
}
