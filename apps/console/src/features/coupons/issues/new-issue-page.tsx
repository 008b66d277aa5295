import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Steps } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useKeyedWrite } from '../../../shared/api/keyed-write';
import type { CouponTemplate, NewBulkIssue } from '../../../shared/api/types';
import { Page } from '../../../shared/ui/page';
import { Panel } from '../../../shared/ui/panel';
import { QueryView } from '../../../shared/ui/states';
import { couponsKey, listCoupons } from '../api';
import { EVERYBODY } from '../audience/api';
import { AudienceCount, useAudienceCount } from '../audience/audience-count';
import { AudienceFields } from '../audience/audience-fields';
import { Ticket } from '../ticket';
import { issuesKey, startIssue } from './api';
import { ConfirmStep, type Plan } from './confirm-step';
import { CouponStep } from './coupon-step';
import styles from './issues.module.css';
import { t } from './strings';

const STEPS = ['coupon', 'audience', 'confirm'] as const;
const freshPlan: Plan = { name: '', copies: 1, notify: true, isLater: false, startAt: null };

function Wizard({ templates }: { templates: CouponTemplate[] }) {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [params] = useSearchParams();
  const [step, go] = useState(0);
  const [templateId, choose] = useState(params.get('coupon'));
  const [conditions, setConditions] = useState(EVERYBODY);
  const [plan, setPlan] = useState(freshPlan);
  const count = useAudienceCount(conditions);
  const template = templates.find((one) => one.templateId === templateId && one.status === 'active') ?? null;
  const start = useKeyedWrite(
    (body: NewBulkIssue, key) => startIssue(body, key),
    ({ issueId }, { startAt }) => {
      message.success(startAt ? t.planned : t.started);
      void client.invalidateQueries({ queryKey: issuesKey });
      navigate(`${t.path}/${issueId}`, { replace: true });
    },
  );
  const isReady = step === 0 ? template !== null : Boolean(count.members);
  return (
    <div className={styles.board}>
      <Panel>
        <Steps
          className={styles.steps}
          current={step}
          onChange={(next) => {
            if (next < step) go(next);
          }}
          items={STEPS.map((key) => ({ title: t.steps[key] }))}
        />
        {step === 0 ? <CouponStep templates={templates} template={template} onChoose={choose} /> : null}
        {step === 1 ? <AudienceFields value={conditions} onChange={setConditions} /> : null}
        {step === 2 && template ? (
          <ConfirmStep
            template={template}
            members={count.members}
            plan={plan}
            onPlan={(patch) => setPlan((now) => ({ ...now, ...patch }))}
            isBusy={start.isPending}
            error={start.error}
            onPrevious={() => go(1)}
            onStart={(ordered) => start.mutate({ ...ordered, templateId: template.templateId, conditions })}
          />
        ) : (
          <div className={styles.buttons}>
            {step > 0 ? <Button onClick={() => go(step - 1)}>{t.previous}</Button> : null}
            <Button type="primary" disabled={!isReady} onClick={() => go(step + 1)}>
              {t.next}
            </Button>
          </div>
        )}
      </Panel>
      <div className={styles.side}>
        <Panel title={t.ticketTitle}>
          {template ? (
            <>
              <Ticket draft={{ ...template, openTo: 'nobody' }} />
              <p className={styles.sentence}>{template.sentence}</p>
            </>
          ) : (
            <span className={styles.soft}>{t.couponPlaceholder}</span>
          )}
        </Panel>
        {step > 0 ? (
          <Panel title={t.audienceTitle}>
            <AudienceCount count={count} />
          </Panel>
        ) : null}
      </div>
    </div>
  );
}

/** `?coupon=12` comes from the coupon's own page. */
export function NewBulkIssuePage() {
  // Stock changes by the minute: what was looked up earlier is no base for a decision.
  const query = useQuery({ queryKey: couponsKey, queryFn: listCoupons, refetchOnMount: 'always' });
  return (
    <Page title={t.newTitle} lead={t.lead} back={t.path}>
      <QueryView query={query}>{({ items }) => <Wizard templates={items} />}</QueryView>
    </Page>
  );
}
