import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import { messageOf } from '../../../shared/api/errors';
import type { RuleDraft, TryInput } from '../../../shared/api/types';
import { MomentInput, StoreInput, TierSelect } from '../../../shared/ui/pickers';
import { EmptyState } from '../../../shared/ui/states';
import { tryRules, useRuleFacts } from '../api';
import styles from '../rules.module.css';
import { t } from '../strings';
import { BasketInput, freshLine, type Line } from './basket-input';
import { MemberChoice } from './member-choice';
import { TryResultView } from './try-result-view';

interface Trial {
  memberId: string | null;
  tierCode: string | null;
  storeId: string | null;
  at: string | null;
  isFirst: boolean;
  lines: Line[];
}

const FRESH = (): Trial => ({
  memberId: null,
  tierCode: null,
  storeId: null,
  at: null,
  isFirst: false,
  lines: [freshLine({ category: '奶茶', label: '奶茶', quantity: 2, amountFen: 3800 })],
});

interface TryPanelProps {
  /** An unsaved draft, tried among the active rules; with the id of the rule that it stands for. */
  draft?: RuleDraft | null;
  ruleId?: string | null;
  /** Where the two halves stand: side by side on a page, one under the other in a drawer. */
  children: (form: ReactNode, result: ReactNode) => ReactNode;
}

const inputOf = (trial: Trial, draft: RuleDraft | null, ruleId: string | null): TryInput => ({
  memberId: trial.memberId ?? undefined,
  tierCode: trial.tierCode ?? undefined,
  storeId: trial.storeId ?? undefined,
  at: trial.at ?? undefined,
  firstPurchase: trial.isFirst ? true : undefined,
  draft: draft ?? undefined,
  ruleId: ruleId ?? undefined,
  lines: trial.lines.map(({ sku, category, quantity, amountFen }) => ({
    sku,
    category,
    quantity,
    amountFen: amountFen ?? 0,
  })),
});

function TrialForm({ trial, set }: { trial: Trial; set: (patch: Partial<Trial>) => void }) {
  const facts = useRuleFacts();
  return (
    <>
      <div className={styles.pair}>
        <Form.Item label={t.try.member}>
          <MemberChoice value={trial.memberId} onChange={(memberId) => set({ memberId })} />
        </Form.Item>
        <Form.Item label={t.try.tier}>
          <TierSelect
            aria-label={t.try.tier}
            placeholder={trial.memberId ? t.try.tierOfMember : '—'}
            value={trial.tierCode ?? undefined}
            onChange={(tierCode?: string) => set({ tierCode: tierCode ?? null })}
          />
        </Form.Item>
        <Form.Item label={t.try.store} htmlFor="try-store">
          <StoreInput id="try-store" value={trial.storeId} onChange={(storeId) => set({ storeId })} placeholder="—" />
        </Form.Item>
        <Form.Item label={t.try.at} htmlFor="try-at">
          <MomentInput id="try-at" value={trial.at} onChange={(at) => set({ at })} placeholder={t.try.now} />
        </Form.Item>
      </div>
      <Form.Item>
        <Checkbox checked={trial.isFirst} onChange={(event) => set({ isFirst: event.target.checked })}>
          {t.try.first}
        </Checkbox>
      </Form.Item>
      <BasketInput
        lines={trial.lines}
        categories={facts.data?.choices.categories ?? []}
        onChange={(lines) => set({ lines })}
      />
    </>
  );
}

/** A trial on a basket: who, where, when, what; and what the rules make of it. */
export function TryPanel({ draft = null, ruleId = null, children }: TryPanelProps) {
  const [trial, setTrial] = useState<Trial>(FRESH);
  const run = useMutation({ mutationFn: (input: TryInput) => tryRules(input) });
  const form = (
    <Form layout="vertical" disabled={false} onFinish={() => run.mutate(inputOf(trial, draft, ruleId))}>
      <TrialForm trial={trial} set={(patch) => setTrial((before) => ({ ...before, ...patch }))} />
      <Button type="primary" htmlType="submit" loading={run.isPending}>
        {t.try.run}
      </Button>
    </Form>
  );
  const result = (
    <>
      {run.isError ? <Alert type="error" showIcon title={messageOf(run.error)} /> : null}
      {run.data ? <TryResultView result={run.data} draftRuleId={draft ? (ruleId ?? '0') : null} /> : null}
      {!run.data && !run.isError ? <EmptyState title={t.try.empty} /> : null}
    </>
  );
  return children(form, result);
}
