import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Skeleton } from 'antd';
import { Link, useNavigate, useParams } from 'react-router-dom';
import type { CouponDraft } from '../../shared/api/types';
import { useMay } from '../../shared/session/session';
import { Allowed } from '../../shared/ui/allowed';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { QueryView } from '../../shared/ui/states';
import { useAction } from '../../shared/ui/use-action';
import { couponKey, couponsKey, createCoupon, readCoupon, reviseCoupon } from './api';
import { BudgetsUsed } from './budgets-used';
import { CodesPanel } from './codes-panel';
import { CouponStatusPill } from './coupon-columns';
import { CouponForm } from './coupon-form';
import { draftOf, freshCoupon } from './draft';
import { StatisticsPart } from './statistics-drawer';
import { StatusActions } from './status-actions';
import { t } from './strings';

function NewCoupon() {
  const navigate = useNavigate();
  const create = useAction(createCoupon, {
    said: t.created,
    refresh: [couponsKey],
    onDone: (template) => navigate(`/coupons/${template.templateId}`, { replace: true }),
  });
  return (
    <Page title={t.newTitle} back={t.back}>
      <CouponForm
        initial={freshCoupon}
        claimed={0}
        isBusy={create.isPending}
        onSubmit={(draft) => create.mutate(draft)}
      />
    </Page>
  );
}

function ExistingCoupon({ templateId }: { templateId: string }) {
  const may = useMay();
  const query = useQuery({ queryKey: couponKey(templateId), queryFn: () => readCoupon(templateId) });
  const template = query.data;
  const revise = useAction((draft: CouponDraft) => reviseCoupon(templateId, draft), {
    said: t.saved,
    refresh: [couponsKey],
  });
  return (
    <Page
      title={template?.name ?? t.title}
      back={t.back}
      lead={template?.sentence}
      mark={template ? <CouponStatusPill template={template} /> : null}
      actions={
        template ? (
          <>
            {template.status === 'active' ? (
              <Allowed to="coupons.issue">
                <Link to={`/bulk-issues/new?coupon=${template.templateId}`}>
                  <Button>{t.bulk}</Button>
                </Link>
              </Allowed>
            ) : null}
            <StatusActions template={template} size="middle" />
          </>
        ) : null
      }
    >
      {template?.endReason ? <Alert type="warning" title={t.endReasonText(template.endReason)} /> : null}
      <QueryView query={query} skeleton={<Skeleton active paragraph={{ rows: 10 }} />}>
        {(data) => (
          <CouponForm
            initial={draftOf(data)}
            claimed={data.stockTotal - data.stockLeft}
            isBusy={revise.isPending}
            isLocked={!may('coupons.write') || data.status === 'ended'}
            onSubmit={(draft) => revise.mutate(draft)}
            aside={
              <>
                <BudgetsUsed template={data} />
                <CodesPanel templateId={templateId} />
                <Panel title={t.statistics}>
                  <StatisticsPart templateId={templateId} />
                </Panel>
              </>
            }
          />
        )}
      </QueryView>
    </Page>
  );
}

export function CouponEditPage() {
  const { templateId } = useParams();
  return templateId ? <ExistingCoupon templateId={templateId} /> : <NewCoupon />;
}
