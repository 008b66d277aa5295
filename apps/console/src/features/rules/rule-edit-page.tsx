import { ExperimentOutlined, HistoryOutlined, LineChartOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Drawer, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import type { RuleDetail, RuleDraft, RuleFacts } from '../../shared/api/types';
import { useMay } from '../../shared/session/session';
import { Allowed } from '../../shared/ui/allowed';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { QueryView } from '../../shared/ui/states';
import { useAction } from '../../shared/ui/use-action';
import { createRule, readRule, reviseRule, ruleKey, rulesKey, useRuleFacts } from './api';
import { type Draft, draftOf, finished, freshDraft } from './draft';
import { RuleForm } from './form/rule-form';
import { LintPanel, SentencePanel } from './form/sentence-panel';
import { useDraft } from './form/use-draft';
import { LifePanel } from './review/life-panel';
import { SwitchActions } from './review/switch-actions';
import { VersionsDrawer } from './review/versions-drawer';
import { PendingPill, RuleStatusPill } from './rule-columns';
import styles from './rules.module.css';
import { t } from './strings';
import { TryPanel } from './try/try-panel';

interface EditorProps {
  facts: RuleFacts;
  initial: Draft;
  rule: RuleDetail | null;
  isBusy: boolean;
  onSave: (draft: RuleDraft) => void;
}

/** The form on the left; what it says, what is wrong with it and how far it has come on the right. */
function Editor({ facts, initial, rule, isBusy, onSave }: EditorProps) {
  const may = useMay();
  const { draft, change, isEdited } = useDraft(initial);
  const [isTrying, setIsTrying] = useState(false);
  const isLocked = !may('rules.write') || rule?.status === 'retired';
  const ready = finished(draft);
  const canSave = ready !== null && draft.name.trim() !== '' && (rule === null || isEdited);
  return (
    <div className={styles.board}>
      <div className={styles.form}>
        {rule?.pending?.state === 'in-review' && isEdited ? (
          <Alert type="warning" showIcon title={t.lockedInReview} className={styles.gap} />
        ) : null}
        <RuleForm draft={draft} change={change} facts={facts} isLocked={isLocked} />
      </div>
      <div className={styles.side}>
        <SentencePanel draft={draft} />
        <Panel>
          {isLocked ? null : (
            <Button
              type="primary"
              block
              disabled={!canSave}
              loading={isBusy}
              onClick={() => ready && onSave({ ...ready, name: ready.name.trim() })}
            >
              {t.saveDraft}
            </Button>
          )}
          <Button
            block
            icon={<ExperimentOutlined />}
            disabled={ready === null || draft.trigger !== 'purchase'}
            onClick={() => setIsTrying(true)}
            className={isLocked ? undefined : styles.above}
          >
            {t.tryIt}
          </Button>
        </Panel>
        {rule ? <LifePanel rule={rule} isEdited={isEdited} /> : null}
        {isLocked ? null : <LintPanel draft={draft} ruleId={rule?.ruleId ?? null} />}
      </div>
      <Drawer open={isTrying} onClose={() => setIsTrying(false)} size={760} title={t.try.title} destroyOnHidden>
        <p className={styles.lead}>{t.try.leadDraft}</p>
        <TryPanel
          draft={ready && { ...ready, name: ready.name.trim() || t.try.thisDraft }}
          ruleId={rule?.ruleId ?? null}
        >
          {(form: ReactNode, result: ReactNode) => (
            <>
              {form}
              <div className={styles.tryResult}>{result}</div>
            </>
          )}
        </TryPanel>
      </Drawer>
    </div>
  );
}

function NewRule() {
  const navigate = useNavigate();
  const facts = useRuleFacts();
  const [initial] = useState(freshDraft);
  const create = useAction(createRule, {
    said: t.saved,
    refresh: [rulesKey],
    onDone: (rule) => navigate(`/rules/${rule.ruleId}`, { replace: true }),
  });
  return (
    <Page title={t.newTitle} back={t.back}>
      <QueryView query={facts}>
        {(data) => (
          <Editor
            facts={data}
            initial={initial}
            rule={null}
            isBusy={create.isPending}
            onSave={(draft) => create.mutate(draft)}
          />
        )}
      </QueryView>
    </Page>
  );
}

function ExistingRule({ ruleId }: { ruleId: string }) {
  const facts = useRuleFacts();
  const query = useQuery({ queryKey: ruleKey(ruleId), queryFn: () => readRule(ruleId) });
  const [isHistoryOpen, setIsHistoryOpen] = useState(false);
  const rule = query.data;
  const revise = useAction((draft: RuleDraft) => reviseRule(ruleId, { ...draft, baseVersion: rule?.version ?? 1 }), {
    said: t.saved,
    refresh: [rulesKey],
  });
  return (
    <Page
      title={rule ? (rule.pending ?? rule).draft.name : t.title}
      back={t.back}
      lead={rule && rule.activeVersion !== null ? rule.sentence : undefined}
      mark={
        rule ? (
          <>
            <RuleStatusPill status={rule.status} />
            <PendingPill rule={rule} />
          </>
        ) : null
      }
      actions={
        rule ? (
          <>
            <Button icon={<HistoryOutlined />} onClick={() => setIsHistoryOpen(true)}>
              {t.history}
            </Button>
            <Allowed to="rules.write">
              <Link to={`/rules/replays/new?rule=${ruleId}`}>
                <Button icon={<LineChartOutlined />}>{t.replay}</Button>
              </Link>
            </Allowed>
            <SwitchActions rule={rule} size="middle" />
          </>
        ) : null
      }
    >
      <QueryView query={query} skeleton={<Skeleton active paragraph={{ rows: 10 }} />}>
        {(data) => (
          <QueryView query={facts}>
            {(known) => (
              <Editor
                key={data.version}
                facts={known}
                initial={draftOf((data.pending ?? data).draft)}
                rule={data}
                isBusy={revise.isPending}
                onSave={(draft) => revise.mutate(draft)}
              />
            )}
          </QueryView>
        )}
      </QueryView>
      {rule ? <VersionsDrawer rule={rule} isOpen={isHistoryOpen} onClose={() => setIsHistoryOpen(false)} /> : null}
    </Page>
  );
}

export function RuleEditPage() {
  const { ruleId } = useParams();
  return ruleId ? <ExistingRule key={ruleId} ruleId={ruleId} /> : <NewRule />;
}
