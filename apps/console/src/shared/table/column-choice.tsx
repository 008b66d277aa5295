import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useState } from 'react';
import { common } from '../text/common';
import type { DataColumn } from './columns';
import styles from './table.module.css';

const storageKey = (table: string): string => `fanloop.columns.${table}`;

const firstChoice = <Row,>(table: string, columns: readonly DataColumn<Row>[]): string[] => {
  const stored = localStorage.getItem(storageKey(table));
  if (stored) return stored.split(',');
  return columns.filter((column) => column.hiddenAtFirst).map((column) => column.key);
};

/** Which columns a person hid, remembered per table in this browser. */
export const useHiddenColumns = <Row,>(table: string, columns: readonly DataColumn<Row>[]) => {
  const [hidden, setHidden] = useState<string[]>(() => firstChoice(table, columns));
  return {
    hidden,
    hide: (keys: string[]) => {
      localStorage.setItem(storageKey(table), keys.join(','));
      setHidden(keys);
    },
    reset: () => {
      localStorage.removeItem(storageKey(table));
      setHidden(firstChoice(table, columns));
    },
  };
};

interface ColumnChoiceProps<Row> {
  columns: readonly DataColumn<Row>[];
  hidden: string[];
  onHide: (keys: string[]) => void;
  onReset: () => void;
}

export function ColumnChoice<Row>({ columns, hidden, onHide, onReset }: ColumnChoiceProps<Row>) {
  const choices = columns.filter((column) => !column.lead && !column.actions);
  const content = (
    <div className={styles.choice}>
      <Checkbox.Group
        className={styles.choiceList}
        options={choices.map(({ key, title }) => ({ value: key, label: title }))}
        value={choices.map(({ key }) => key).filter((key) => !hidden.includes(key))}
        onChange={(shown) => onHide(choices.map(({ key }) => key).filter((key) => !shown.includes(key)))}
      />
      <Button type="link" size="small" onClick={onReset}>
        {common.columnsReset}
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" title={common.columns} content={content}>
      <Button icon={<SettingOutlined />}>{common.columns}</Button>
    </Popover>
  );
}
