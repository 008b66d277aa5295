import { Alert, Button, Descriptions, Form, Input, Segmented } from 'antd';
import { client } from '../../shared/api/client';
import { passwordChanged, useSession } from '../../shared/session/session';
import { common, roleName } from '../../shared/text/common';
import { useAppearance } from '../../shared/theme/theme-provider';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { useAction } from '../../shared/ui/use-action';
import styles from './account.module.css';
import { t } from './strings';

interface PasswordForm {
  current: string;
  next: string;
  again: string;
}

const needed = { required: true, message: common.required };

function ChangePassword() {
  const [form] = Form.useForm<PasswordForm>();
  const change = useAction(
    ({ current, next }: PasswordForm) => client.post('/api/console/me/password', { body: { current, next } }),
    {
      said: t.changed,
      onDone: () => {
        form.resetFields();
        passwordChanged();
      },
    },
  );
  return (
    <Form<PasswordForm>
      form={form}
      layout="vertical"
      className={styles.form}
      onFinish={(values) => change.mutate(values)}
    >
      <p className={styles.soft}>{t.passwordLead}</p>
      <Form.Item name="current" label={t.current} rules={[needed]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="next"
        label={t.next}
        dependencies={['current']}
        rules={[
          needed,
          { min: 10, message: t.short },
          ({ getFieldValue }) => ({
            validator: async (_, next: string) => {
              if (next && next === getFieldValue('current')) throw new Error(t.same);
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t.again}
        dependencies={['next']}
        rules={[
          needed,
          ({ getFieldValue }) => ({
            validator: async (_, again: string) => {
              if (again && again !== getFieldValue('next')) throw new Error(t.differs);
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {t.change}
      </Button>
    </Form>
  );
}

export function AccountPage() {
  const session = useSession();
  const { mode, toggle } = useAppearance();
  const staff = session?.staff;
  return (
    <Page title={t.title} lead={t.lead}>
      {staff?.mustChangePassword ? <Alert type="warning" showIcon title={t.mustChange} /> : null}
      <div className={styles.board}>
        <Panel title={t.password}>
          <ChangePassword />
        </Panel>
        <div className={styles.side}>
          <Panel title={t.profile}>
            <Descriptions
              column={1}
              items={[
                { key: 'name', label: t.name, children: staff?.name },
                { key: 'role', label: t.role, children: roleName(staff?.role ?? '') },
                {
                  key: 'stores',
                  label: t.stores,
                  children: staff?.stores.map((store) => store.name).join('、') || t.allStores,
                },
              ]}
            />
          </Panel>
          <Panel title={t.appearance}>
            <Segmented
              options={Object.entries(t.modes).map(([value, label]) => ({ value, label }))}
              value={mode}
              onChange={(next) => next !== mode && toggle()}
            />
          </Panel>
        </div>
      </div>
    </Page>
  );
}
