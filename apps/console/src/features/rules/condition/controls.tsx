import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Segmented, Select, Tooltip } from 'antd';
import type {
  ActionProps,
  CombinatorSelectorProps,
  FieldSelectorProps,
  NotToggleProps,
  OperatorSelectorProps,
  ValueEditorProps,
} from 'react-querybuilder';
import type { RuleFacts } from '../../../shared/api/types';
import styles from '../rules.module.css';
import { t } from '../strings';
import type { FactField } from './fields';
import { FactValue } from './value-editor';

/** The library's parts in the dress of this console. `context` carries the choices of the brand. */
export interface BuilderContext {
  choices: RuleFacts['choices'];
}

const c = t.condition;

function Combinator({ value, handleOnChange }: CombinatorSelectorProps) {
  return (
    <Segmented
      size="small"
      value={value ?? 'and'}
      onChange={handleOnChange}
      options={[
        { value: 'and', label: c.all },
        { value: 'or', label: c.any },
      ]}
    />
  );
}

function Not({ checked, handleOnChange, level }: NotToggleProps) {
  if (level === 0 && !checked) return null;
  return (
    <Tooltip title={c.notHint}>
      <Button size="small" type={checked ? 'primary' : 'text'} ghost={checked} onClick={() => handleOnChange(!checked)}>
        {c.not}
      </Button>
    </Tooltip>
  );
}

function Field({ value, options, handleOnChange }: FieldSelectorProps) {
  return (
    <Select
      aria-label={c.choose}
      value={value}
      options={options as never}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={handleOnChange}
      popupMatchSelectWidth={false}
      style={{ width: 164, flex: 'none' }}
    />
  );
}

function Operator({ value, options, handleOnChange }: OperatorSelectorProps) {
  if (options.length === 1) return null;
  return (
    <Select
      value={value}
      options={options as never}
      onChange={handleOnChange}
      popupMatchSelectWidth={false}
      style={{ width: 104, flex: 'none' }}
    />
  );
}

function Value({ fieldData, operator, value, handleOnChange, context }: ValueEditorProps) {
  const fact = (fieldData as unknown as FactField).fact;
  const { choices } = context as BuilderContext;
  if (!fact) return null;
  return (
    <div className={styles.conditionValue}>
      <FactValue fact={fact} operator={operator} choices={choices} value={value} onChange={handleOnChange} />
    </div>
  );
}

function Add({ label, handleOnClick }: ActionProps) {
  return (
    <Button size="small" icon={<PlusOutlined />} onClick={handleOnClick}>
      {label}
    </Button>
  );
}

function Remove({ handleOnClick }: ActionProps) {
  return <Button size="small" type="text" icon={<CloseOutlined />} aria-label={c.remove} onClick={handleOnClick} />;
}

export const controls = {
  combinatorSelector: Combinator,
  notToggle: Not,
  fieldSelector: Field,
  operatorSelector: Operator,
  valueEditor: Value,
  addRuleAction: Add,
  addGroupAction: Add,
  removeRuleAction: Remove,
  removeGroupAction: Remove,
};

/** The words of the buttons. */
export const words = { addRule: { label: c.addRule }, addGroup: { label: c.addGroup } };
