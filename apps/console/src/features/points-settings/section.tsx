import { Button, Form, type FormInstance } from 'antd';
import { type ReactNode, useState } from 'react';
import type { SettingsChange } from '../../shared/api/types';
import { useMay } from '../../shared/session/session';
import { Panel } from '../../shared/ui/panel';
import { useAction } from '../../shared/ui/use-action';
import { saveSettings, settingsKey } from './api';
import styles from './settings.module.css';
import { t } from './strings';

interface SectionProps<Values extends object> {
  title: string;
  form: FormInstance<Values>;
  /** As stored. */
  initial: Values;
  /** What the values say, as the api takes it: only the sections of this form. */
  toChange: (values: Values) => SettingsChange;
  children: ReactNode;
}

/** One part of the settings with a form and a save of its own, so that nobody overwrites what he did not touch. */
export function Section<Values extends object>({ title, form, initial, toChange, children }: SectionProps<Values>) {
  const mayWrite = useMay()('rules.write');
  const [isDirty, setDirty] = useState(false);
  const save = useAction((values: Values) => saveSettings(toChange(values)), {
    said: t.saved,
    refresh: [settingsKey],
    onDone: () => setDirty(false),
  });
  return (
    <Panel title={title}>
      <Form<Values>
        form={form}
        layout="vertical"
        disabled={!mayWrite}
        initialValues={initial}
        onValuesChange={() => setDirty(true)}
        onFinish={(values) => save.mutate(values)}
      >
        {children}
        {mayWrite ? (
          <div className={styles.buttons}>
            <Button
              disabled={!isDirty}
              onClick={() => {
                form.resetFields();
                setDirty(false);
              }}
            >
              {t.revert}
            </Button>
            <Button type="primary" htmlType="submit" disabled={!isDirty} loading={save.isPending}>
              {t.save}
            </Button>
          </div>
        ) : (
          <p className={styles.soft}>{t.readOnly}</p>
        )}
      </Form>
    </Panel>
  );
}
