import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useNavigate, useParams } from 'react-router-dom';
import type { MembershipPlan, MembershipPlanDraft } from '../../shared/api/types';
import { formatCount, formatFen } from '../../shared/format/money';
import { useMay } from '../../shared/session/session';
import { Figure } from '../../shared/ui/figure';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { QueryView } from '../../shared/ui/states';
import { useAction } from '../../shared/ui/use-action';
import { createPlan, planKey, plansKey, readPlan, revisePlan } from './api';
import { draftOf, freshPlan } from './draft';
import styles from './memberships.module.css';
import { PlanForm } from './plan-form';
import { PlanStatusActions, PlanStatusPill } from './status-actions';
import { t } from './strings';

function NewPlan() {
  const navigate = useNavigate();
  const create = useAction(createPlan, {
    said: t.created,
    refresh: [plansKey],
    onDone: (plan) => navigate(`/membership-plans/${plan.id}`, { replace: true }),
  });
  return (
    <Page title={t.newTitle} back={t.back}>
      <PlanForm initial={freshPlan} isBusy={create.isPending} onSubmit={(plan) => create.mutate(plan)} />
    </Page>
  );
}

function Figures({ plan }: { plan: MembershipPlan }) {
  return (
    <Panel title={t.figuresTitle}>
      <div className={styles.figures}>
        <Figure size="small" label={t.sold} value={formatCount(plan.bought)} />
        <Figure size="small" label={t.running} value={formatCount(plan.running)} />
        <Figure size="small" label={t.renewals} value={formatCount(plan.renewals)} />
        <Figure size="small" label={t.paid} value={formatFen(plan.paidFen)} />
        <Figure size="small" label={t.refundedFen} value={formatFen(plan.refundedFen)} />
        <Figure size="small" label={t.net} value={formatFen(plan.paidFen - plan.refundedFen)} />
      </div>
    </Panel>
  );
}

function ExistingPlan({ id }: { id: string }) {
  const may = useMay();
  const query = useQuery({ queryKey: planKey(id), queryFn: () => readPlan(id) });
  const plan = query.data;
  const revise = useAction((draft: MembershipPlanDraft) => revisePlan(id, draft), {
    said: t.saved,
    refresh: [plansKey],
  });
  return (
    <Page
      title={plan?.name ?? t.title}
      back={t.back}
      lead={plan ? t.version(plan.version) : undefined}
      mark={plan ? <PlanStatusPill status={plan.status} /> : null}
      actions={plan ? <PlanStatusActions plan={plan} size="middle" /> : null}
    >
      <QueryView query={query} skeleton={<Skeleton active paragraph={{ rows: 10 }} />}>
        {(data) => (
          <PlanForm
            initial={draftOf(data)}
            isBusy={revise.isPending}
            isLocked={!may('memberships.write') || data.status === 'ended'}
            hint={t.versionHint}
            onSubmit={(draft) => revise.mutate(draft)}
            aside={<Figures plan={data} />}
          />
        )}
      </QueryView>
    </Page>
  );
}

export function MembershipPlanPage() {
  const { planId } = useParams();
  return planId ? <ExistingPlan id={planId} /> : <NewPlan />;
}
