import { Alert, Button, Form, Input, InputNumber, Popconfirm, Segmented, Switch } from 'antd';
import { messageOf } from '../../../shared/api/errors';
import type { CouponTemplate, NewBulkIssue } from '../../../shared/api/types';
import { formatCount } from '../../../shared/format/money';
import { showTime } from '../../../shared/format/time';
import { MomentInput } from '../../../shared/ui/pickers';
import styles from './issues.module.css';
import { t } from './strings';

export interface Plan {
  name: string;
  copies: number;
  notify: boolean;
  isLater: boolean;
  startAt: string | null;
}

interface ConfirmStepProps {
  template: CouponTemplate;
  /** null while they are counted. */
  members: number | null;
  plan: Plan;
  onPlan: (patch: Partial<Plan>) => void;
  isBusy: boolean;
  error: Error | null;
  onPrevious: () => void;
  onStart: (order: Pick<NewBulkIssue, 'name' | 'copies' | 'notify' | 'startAt'>) => void;
}

const MOST_COPIES = 20;

/** The one sentence that counts. */
const summaryOf = (members: number, { copies, isLater, startAt }: Plan): string => {
  const [people, coupons] = [formatCount(members), formatCount(members * copies)];
  return isLater && startAt ? t.summaryLater(showTime(startAt), people, coupons) : t.summary(people, coupons);
};

/** And what stands against it. */
function Summary({ template, members, plan }: Pick<ConfirmStepProps, 'template' | 'plan'> & { members: number }) {
  const missing = members * plan.copies - template.stockLeft;
  const warnings = [
    ...(missing > 0 ? [(plan.isLater ? t.shortLater : t.short)(formatCount(missing))] : []),
    ...(plan.copies > template.perMemberLimit ? [t.overLimit(template.perMemberLimit)] : []),
  ];
  return (
    <Alert
      className={styles.summary}
      type={missing > 0 && !plan.isLater ? 'error' : warnings.length > 0 ? 'warning' : 'success'}
      title={<b>{summaryOf(members, plan)}</b>}
      description={
        warnings.length > 0
          ? warnings.map((line) => <div key={line}>{line}</div>)
          : t.stockAfter(formatCount(template.stockLeft), formatCount(-missing))
      }
    />
  );
}

function PlanFields({ plan, onPlan }: Pick<ConfirmStepProps, 'plan' | 'onPlan'>) {
  return (
    <Form layout="vertical" component="div">
      <Form.Item label={t.name} htmlFor="issue-name" extra={t.nameHint} required>
        <Input
          id="issue-name"
          maxLength={60}
          value={plan.name}
          onChange={({ target }) => onPlan({ name: target.value })}
        />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item label={t.copies} htmlFor="issue-copies">
          <InputNumber
            id="issue-copies"
            min={1}
            max={MOST_COPIES}
            precision={0}
            suffix={t.copiesUnit}
            value={plan.copies}
            onChange={(copies) => onPlan({ copies: Number(copies ?? 1) })}
            style={{ width: '100%' }}
          />
        </Form.Item>
        <Form.Item label={t.notify} htmlFor="issue-notify" extra={t.notifyHint}>
          <Switch id="issue-notify" checked={plan.notify} onChange={(notify) => onPlan({ notify })} />
        </Form.Item>
        <Form.Item label={t.when}>
          <Segmented<string>
            options={[
              { value: 'now', label: t.now },
              { value: 'later', label: t.later },
            ]}
            value={plan.isLater ? 'later' : 'now'}
            onChange={(when) => onPlan({ isLater: when === 'later' })}
          />
        </Form.Item>
        {plan.isLater ? (
          <Form.Item label={t.at} htmlFor="issue-at" extra={t.laterHint} required>
            <MomentInput id="issue-at" value={plan.startAt} onChange={(startAt) => onPlan({ startAt })} />
          </Form.Item>
        ) : null}
      </div>
    </Form>
  );
}

export function ConfirmStep(props: ConfirmStepProps) {
  const { template, members, plan } = props;
  const isShort = !plan.isLater && (members ?? 0) * plan.copies > template.stockLeft;
  const isReady = plan.name.trim() !== '' && Boolean(members) && !isShort && (!plan.isLater || plan.startAt !== null);
  const { name, copies, notify } = plan;
  return (
    <>
      <PlanFields plan={plan} onPlan={props.onPlan} />
      {members === null ? null : <Summary template={template} members={members} plan={plan} />}
      {props.error ? <Alert className={styles.summary} type="error" showIcon title={messageOf(props.error)} /> : null}
      <div className={styles.buttons}>
        <Button onClick={props.onPrevious}>{t.previous}</Button>
        <Popconfirm
          placement="right"
          title={summaryOf(members ?? 0, plan)}
          okText={plan.isLater ? t.plan : t.start}
          description={<div className={styles.confirm}>{t.startConfirmText}</div>}
          disabled={!isReady || props.isBusy}
          onConfirm={() =>
            props.onStart({ name: name.trim(), copies, notify, startAt: plan.isLater ? plan.startAt : null })
          }
        >
          <Button type="primary" disabled={!isReady} loading={props.isBusy}>
            {plan.isLater ? t.plan : t.start}
          </Button>
        </Popconfirm>
      </div>
    </>
  );
}
