import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Form, Tooltip } from 'antd';
import { messageOf } from '../../shared/api/errors';
import type { TryInput, TryResult } from '../../shared/api/types';
import { formatPoints } from '../../shared/format/money';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { MomentInput, TierSelect } from '../../shared/ui/pickers';
import { Pill } from '../../shared/ui/pill';
import { EmptyState } from '../../shared/ui/states';
import { tryRules } from './api';
import { BasketFields } from './basket-fields';
import styles from './rules.module.css';
import { t } from './strings';

function Result({ result }: { result: TryResult }) {
  return (
    <>
      <p className={styles.points}>{t.resultPoints(formatPoints(result.points))}</p>
      <h3 className={styles.heading}>{t.why}</h3>
      <ol className={styles.why}>
        {result.why.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <h3 className={styles.heading}>{t.trace}</h3>
      {result.trace.map((step) => (
        <div key={step.ruleName} className={styles.trace}>
          <div className={styles.traceHead}>
            <Pill tone={step.applied ? 'good' : 'neutral'}>{step.applied ? t.applied : t.notApplied}</Pill>
            <b>{step.ruleName}</b>
            <span className={styles.traceReason}>{step.reason}</span>
            <Tooltip title={step.arithmetic}>
              <span className={styles.tracePoints}>{step.applied ? formatPoints(step.points) : '—'}</span>
            </Tooltip>
          </div>
          {step.lines.map((line) => (
            <div key={line} className={styles.traceLine}>
              {line}
            </div>
          ))}
        </div>
      ))}
    </>
  );
}

export function TryPage() {
  const run = useMutation({ mutationFn: (input: TryInput) => tryRules(input) });
  return (
    <Page title={t.tryTitle} lead={t.tryLead} back={t.back}>
      <div className={styles.tryBoard}>
        <Panel title={t.basket}>
          <Form<TryInput>
            layout="vertical"
            initialValues={{ lines: t.sample }}
            onFinish={(values) =>
              run.mutate({
                lines: values.lines,
                tierCode: values.tierCode || undefined,
                at: values.at || undefined,
                firstPurchase: values.firstPurchase ?? false,
              })
            }
          >
            <div className={styles.pair}>
              <Form.Item name="tierCode" label={t.tier}>
                <TierSelect placeholder="—" />
              </Form.Item>
              <Form.Item name="at" label={t.at}>
                <MomentInput placeholder={t.now} />
              </Form.Item>
            </div>
            <Form.Item name="firstPurchase" valuePropName="checked">
              <Checkbox>{t.firstPurchase}</Checkbox>
            </Form.Item>
            <BasketFields />
            <Button type="primary" htmlType="submit" loading={run.isPending}>
              {t.run}
            </Button>
          </Form>
        </Panel>
        <Panel title={t.result}>
          {run.isError ? <Alert type="error" showIcon title={messageOf(run.error)} /> : null}
          {run.data ? <Result result={run.data} /> : null}
          {!run.data && !run.isError ? <EmptyState title={t.resultEmpty} /> : null}
        </Panel>
      </div>
    </Page>
  );
}
