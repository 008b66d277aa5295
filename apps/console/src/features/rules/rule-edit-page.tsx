import { useQuery } from '@tanstack/react-query';
import { Skeleton, Timeline } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { RuleDetail, RuleDraft, RuleKind } from '../../shared/api/types';
import { useMay } from '../../shared/session/session';
import { doerName } from '../../shared/text/names';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { QueryView } from '../../shared/ui/states';
import { useAction } from '../../shared/ui/use-action';
import { When } from '../../shared/ui/when';
import { createRule, readRule, reviseRule, ruleKey, rulesKey } from './api';
import { draftOf, freshDraft } from './draft';
import { KindChoice } from './kind-choice';
import { RuleStatusPill } from './rule-columns';
import { RuleForm } from './rule-form';
import styles from './rules.module.css';
import { StatusActions } from './status-actions';
import { t } from './strings';

function Versions({ rule }: { rule: RuleDetail }) {
  return (
    <Panel title={t.versions}>
      <Timeline
        items={rule.versions.map((version) => ({
          key: String(version.version),
          color: version.version === rule.version ? 'green' : 'gray',
          content: (
            <>
              <b>{t.versionText(version.version)}</b>
              <div>{version.summary}</div>
              <div className={styles.soft}>
                <When at={version.at} /> · {t.versionBy(doerName(version.by))}
              </div>
            </>
          ),
        }))}
      />
    </Panel>
  );
}

function NewRule() {
  const [kind, setKind] = useState<RuleKind>('base-rate');
  const navigate = useNavigate();
  const create = useAction(createRule, {
    said: t.created,
    refresh: [rulesKey],
    onDone: (rule) => navigate(`/rules/${rule.ruleId}`, { replace: true }),
  });
  return (
    <Page title={t.newTitle} back={t.back}>
      <KindChoice value={kind} onChange={setKind} />
      <RuleForm
        key={kind}
        initial={freshDraft(kind)}
        submitText={t.saveNew}
        isBusy={create.isPending}
        onSubmit={(draft) => create.mutate(draft)}
      />
    </Page>
  );
}

function ExistingRule({ ruleId }: { ruleId: string }) {
  const may = useMay();
  const query = useQuery({ queryKey: ruleKey(ruleId), queryFn: () => readRule(ruleId) });
  const revise = useAction((draft: RuleDraft) => reviseRule(ruleId, draft), { said: t.saved, refresh: [rulesKey] });
  const rule = query.data;
  return (
    <Page
      title={rule?.name ?? t.title}
      back={t.back}
      lead={rule?.sentence}
      mark={rule ? <RuleStatusPill status={rule.status} /> : null}
      actions={rule ? <StatusActions rule={rule} size="middle" /> : null}
    >
      <QueryView query={query} skeleton={<Skeleton active paragraph={{ rows: 10 }} />}>
        {(data) => (
          <RuleForm
            key={data.version}
            initial={draftOf(data)}
            submitText={t.saveVersion}
            isBusy={revise.isPending}
            isLocked={!may('rules.write') || data.status === 'retired'}
            onSubmit={(draft) => revise.mutate(draft)}
            aside={<Versions rule={data} />}
          />
        )}
      </QueryView>
    </Page>
  );
}

export function RuleEditPage() {
  const { ruleId } = useParams();
  return ruleId ? <ExistingRule key={ruleId} ruleId={ruleId} /> : <NewRule />;
}
