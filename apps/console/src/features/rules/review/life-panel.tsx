import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import type { RuleDetail } from '../../../shared/api/types';
import { useMay } from '../../../shared/session/session';
import { doerName } from '../../../shared/text/names';
import { Panel } from '../../../shared/ui/panel';
import { Pill } from '../../../shared/ui/pill';
import { useAction } from '../../../shared/ui/use-action';
import { When } from '../../../shared/ui/when';
import { rulesKey, submitRule, withdrawRule } from '../api';
import styles from '../rules.module.css';
import { stateNames, t } from '../strings';
import { ChangesTable } from './changes-table';
import { DecisionButtons } from './decision-buttons';
import { stateTones } from './versions-drawer';

function Submit({ rule, isEdited }: { rule: RuleDetail; isEdited: boolean }) {
  const [note, setNote] = useState('');
  const submit = useAction(() => submitRule(rule.ruleId, rule.version, note.trim() || null), {
    said: t.submitted,
    refresh: [rulesKey, ['today']],
  });
  return (
    <>
      <Input.TextArea
        aria-label={t.submitNote}
        placeholder={t.submitNote}
        rows={2}
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button
        block
        disabled={isEdited}
        loading={submit.isPending}
        onClick={() => submit.mutate()}
        className={styles.above}
      >
        {t.submit}
      </Button>
      {isEdited ? <p className={styles.soft}>{`${t.edited}，${t.editedHint}`}</p> : null}
    </>
  );
}

/** How far the newest version has come, and what the person at the screen can do about it. */
export function LifePanel({ rule, isEdited }: { rule: RuleDetail; isEdited: boolean }) {
  const may = useMay();
  const { pending } = rule;
  const withdraw = useAction(() => withdrawRule(rule.ruleId, rule.version), {
    said: t.withdrawn,
    refresh: [rulesKey, ['today']],
  });
  if (!pending) return null;
  return (
    <Panel
      title={t.review}
      extra={<Pill tone={stateTones[pending.state]}>{t.pendingText(pending.version, stateNames[pending.state])}</Pill>}
    >
      {pending.state === 'rejected' ? (
        <Alert
          type="warning"
          showIcon
          title={t.decidedBy(doerName(pending.decidedBy ?? ''), stateNames.rejected)}
          description={pending.decidedNote}
          className={styles.gap}
        />
      ) : null}
      {rule.activeVersion === null ? (
        <p className={styles.soft}>{t.newRule}</p>
      ) : (
        <>
          <h3 className={styles.heading}>{t.changes}</h3>
          <ChangesTable changes={pending.changes} />
        </>
      )}
      {pending.state === 'in-review' ? (
        <>
          <p className={styles.signed}>
            {t.reviewBy(doerName(pending.submittedBy ?? pending.by))} <When at={pending.submittedAt ?? pending.at} />
          </p>
          {pending.submittedNote ? <p className={styles.quote}>{pending.submittedNote}</p> : null}
          <div className={styles.decide}>
            <DecisionButtons ruleId={rule.ruleId} version={pending} canDecideAlone={rule.canDecideAlone} />
            {may('rules.write') ? (
              <Button type="link" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
                {t.withdraw}
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
      {pending.state === 'draft' && may('rules.write') ? <Submit rule={rule} isEdited={isEdited} /> : null}
    </Panel>
  );
}
