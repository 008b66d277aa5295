import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Form, Input, InputNumber, Select, Switch } from 'antd';
import { messageOf } from '../../shared/api/errors';
import { useKeyedWrite } from '../../shared/api/keyed-write';
import type { CodeFormInput, OrderCodesInput } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { common } from '../../shared/text/common';
import { MomentInput } from '../../shared/ui/pickers';
import { batchesKey, drawExamples, examplesKey, orderCodes } from './api';
import styles from './codes.module.css';
import { t } from './strings';

const o = t.order;
const needed = { required: true, message: common.required };
const fresh: OrderCodesInput = {
  name: '',
  count: 1000,
  pattern: 'FL-#####-#####',
  charset: 'readable',
  checked: true,
  usableUntil: null,
};
const PATTERN = /^[A-Z0-9#]+(-[A-Z0-9#]+)*$/;

/** Adds what is missing at the end, in groups as they are. */
const lengthened = (pattern: string, missing: number): string => `${pattern}${'#'.repeat(missing)}`;

function Strength({ form, onLonger }: { form: CodeFormInput; onLonger: (pattern: string) => void }) {
  const query = useQuery({
    queryKey: examplesKey(form),
    queryFn: () => drawExamples(form),
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (query.isError) return <div className={styles.weak}>{messageOf(query.error)}</div>;
  const look = query.data;
  if (!look) return null;
  return (
    <div className={styles.look}>
      <div className={styles.lookTitle}>{o.examples}</div>
      <div className={styles.examples}>
        {look.examples.map((code) => (
          <code key={code}>{code}</code>
        ))}
      </div>
      <div className={look.isStrong ? styles.strong : styles.weak}>
        {look.isStrong ? <CheckCircleFilled /> : <WarningFilled />} {look.sentence}
        {look.isStrong ? null : (
          <Button
            type="link"
            size="small"
            onClick={() => onLonger(lengthened(form.pattern, look.leastSigns - look.signs))}
          >
            {o.longer(look.leastSigns)}
          </Button>
        )}
      </div>
    </div>
  );
}

export function OrderDrawer(props: { templateId: string; isOpen: boolean; onClose: () => void }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<OrderCodesInput>();
  const typed = { ...fresh, ...Form.useWatch([], form) };
  const order = useKeyedWrite(
    (input: OrderCodesInput, key) => orderCodes(props.templateId, input, key),
    () => {
      message.success(o.ordered);
      form.resetFields();
      props.onClose();
      void client.invalidateQueries({ queryKey: batchesKey(props.templateId) });
    },
  );
  const { pattern, charset, checked, count } = typed;
  const isReadable = PATTERN.test(pattern) && typeof count === 'number';
  return (
    <Drawer open={props.isOpen} size={560} title={o.title} onClose={props.onClose}>
      <Form<OrderCodesInput>
        form={form}
        layout="vertical"
        initialValues={fresh}
        onFinish={(input) =>
          order.mutate({ ...fresh, ...input }, { onError: (error) => message.error(messageOf(error)) })
        }
      >
        <Form.Item name="name" label={o.name} rules={[{ ...needed, whitespace: true }]}>
          <Input maxLength={60} placeholder={o.namePlaceholder} />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item name="count" label={o.count} rules={[needed]}>
            <InputNumber min={1} max={1_000_000} precision={0} suffix={o.unit} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="usableUntil" label={o.until}>
            <MomentInput placeholder={o.untilPlaceholder} />
          </Form.Item>
        </div>
        <Form.Item
          name="pattern"
          label={o.pattern}
          extra={o.patternHint}
          normalize={(text: string) => text.toUpperCase()}
          rules={[needed, { pattern: PATTERN, message: o.patternWrong }]}
        >
          <Input maxLength={40} className={styles.code} />
        </Form.Item>
        <Form.Item name="charset" label={o.charset}>
          <Select options={Object.entries(o.charsets).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item name="checked" label={o.checked} extra={o.checkedHint} valuePropName="checked" layout="horizontal">
          <Switch />
        </Form.Item>
        {isReadable ? (
          <Strength
            form={{ pattern, charset, checked, count }}
            onLonger={(longer) => form.setFieldValue('pattern', longer)}
          />
        ) : null}
        <Button type="primary" htmlType="submit" loading={order.isPending} className={styles.submit}>
          {o.submit(formatCount(count ?? 0))}
        </Button>
      </Form>
    </Drawer>
  );
}
