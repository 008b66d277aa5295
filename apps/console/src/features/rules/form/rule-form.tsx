import { Form } from 'antd';
import type { RuleFacts } from '../../../shared/api/types';
import { useTiers } from '../../../shared/lookups/lookups';
import { Panel } from '../../../shared/ui/panel';
import { ConditionInput } from '../condition/condition-input';
import { givesPoints, withEffect } from '../draft';
import { EffectInput } from '../effect/effect-input';
import { t } from '../strings';
import { LimitsFields } from './limits-fields';
import { LinesFields } from './lines-fields';
import { LotFields } from './lot-fields';
import type { PartProps } from './part';
import { ScopeFields } from './scope-fields';
import { StackingFields } from './stacking-fields';
import { WhenFields } from './when-fields';

const s = t.sections;

interface RuleFormProps extends PartProps {
  facts: RuleFacts;
  isLocked: boolean;
}

/** The whole of a rule as a form, in the order in which one would say it. */
export function RuleForm({ draft, change, facts, isLocked }: RuleFormProps) {
  const tiers = useTiers();
  const part = { draft, change };
  return (
    <Form layout="vertical" disabled={isLocked} component="div">
      <Panel title={s.when}>
        <WhenFields {...part} triggers={facts.triggers} />
      </Panel>
      <Panel title={s.condition}>
        <ConditionInput
          facts={facts}
          trigger={draft.trigger}
          disabled={isLocked}
          value={draft.condition}
          onChange={(condition) => change({ condition })}
        />
      </Panel>
      <Panel title={s.effect}>
        <EffectInput
          trigger={draft.trigger}
          effect={draft.effect}
          tiers={tiers.data?.items ?? []}
          choices={facts.choices}
          onChange={(effect) => change(withEffect(draft, effect))}
        />
        {draft.trigger === 'purchase' ? <LinesFields {...part} categories={facts.choices.categories} /> : null}
      </Panel>
      <Panel title={s.limits}>
        <LimitsFields {...part} />
      </Panel>
      {givesPoints(draft.effect.kind) ? (
        <Panel title={s.lot}>
          <LotFields {...part} triggers={facts.triggers} />
        </Panel>
      ) : null}
      <Panel title={s.stacking}>
        <StackingFields {...part} />
      </Panel>
      <Panel title={s.scope}>
        <ScopeFields {...part} facts={facts} />
      </Panel>
    </Form>
  );
}
