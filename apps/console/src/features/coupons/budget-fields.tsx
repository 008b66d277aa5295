import { Form, InputNumber } from 'antd';
import { MoneyInput } from '../../shared/ui/pickers';
import styles from './coupons.module.css';
import { t } from './strings';

const f = t.fields;
const PIECES = ['claimsPerDay', 'usesPerStoreDay'] as const;
const MONEY = ['totalFen', 'dayFen', 'storeFen'] as const;

/** How much the manager is willing to give; nothing typed is no limit. */
export function BudgetFields() {
  return (
    <>
      <p className={styles.hint}>{f.budgetsHint}</p>
      <div className={styles.pair}>
        {PIECES.map((name) => (
          <Form.Item key={name} name={['budgets', name]} label={f[name]}>
            <InputNumber min={1} precision={0} suffix={f.unit} placeholder={f.noLimit} style={{ width: '100%' }} />
          </Form.Item>
        ))}
        {MONEY.map((name) => (
          <Form.Item key={name} name={['budgets', name]} label={f[name]}>
            <MoneyInput min={0.01} placeholder={f.noLimit} />
          </Form.Item>
        ))}
      </div>
    </>
  );
}
