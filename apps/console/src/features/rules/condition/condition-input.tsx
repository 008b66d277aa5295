import { Alert, Button, Input, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { QueryBuilder } from 'react-querybuilder';
import type { RuleFacts, RuleTrigger } from '../../../shared/api/types';
import styles from '../rules.module.css';
import { t } from '../strings';
import { type BuilderContext, controls, words } from './controls';
import { EventFieldAdder } from './event-field-adder';
import { factsIn, fieldsFor } from './fields';
import { operatorsOf, valueFor } from './operators';
import { isSame, type Query, queryOf, type Tree, treeOf } from './tree';

const c = t.condition;

interface ConditionInputProps {
  facts: RuleFacts | undefined;
  trigger: RuleTrigger;
  disabled?: boolean;
  value?: Tree | null;
  onChange?: (value: Tree | null) => void;
}

const classes = {
  queryBuilder: styles.builder,
  ruleGroup: styles.group,
  header: styles.groupHead,
  body: styles.groupBody,
  rule: styles.condition,
};

/** The condition as a form; as text where the form cannot show it. What is not touched is kept as it was written. */
export function ConditionInput(props: ConditionInputProps) {
  const { facts, value = null } = props;
  const [asText, setAsText] = useState(() => queryOf(value) === null);
  if (!facts) return <Skeleton active paragraph={{ rows: 2 }} title={false} />;
  return asText ? (
    <TextView {...props} onForm={() => setAsText(false)} />
  ) : (
    <FormView {...props} facts={facts} onText={() => setAsText(true)} />
  );
}

function FormView({
  facts,
  trigger,
  disabled,
  value = null,
  onChange,
  onText,
}: ConditionInputProps & { facts: RuleFacts; onText: () => void }) {
  const [query, setQuery] = useState<Query>(() => queryOf(value) ?? { combinator: 'and', rules: [] });
  const [extra, setExtra] = useState<string[]>([]);
  const used = useMemo(() => [...factsIn(treeOf(query)), ...extra], [query, extra]);
  const fields = useMemo(() => fieldsFor(facts.facts, trigger, used), [facts, trigger, used]);
  const factOf = (name: string) => fields.flatMap(({ options }) => options).find((field) => field.name === name)?.fact;
  const take = (next: Query) => {
    const [before, after] = [treeOf(query), treeOf(next)];
    setQuery(next);
    // The library tells of its own tidying too: only what means something else is a change.
    if (!isSame(before, after)) onChange?.(after);
  };
  const context: BuilderContext = { choices: facts.choices };
  return (
    <div className={styles.builderBox}>
      {query.rules.length === 0 ? <p className={styles.soft}>{c.none}</p> : null}
      <QueryBuilder
        query={query}
        onQueryChange={take}
        fields={fields as never}
        context={context}
        controlElements={controls as never}
        controlClassnames={classes}
        translations={words}
        disabled={disabled ?? false}
        listsAsArrays
        showNotToggle
        addRuleToNewGroups
        resetOnFieldChange
        resetOnOperatorChange
        getOperators={(name) => {
          const fact = factOf(name);
          return (fact ? operatorsOf(fact) : []) as never;
        }}
        getDefaultValue={(rule) => {
          const fact = factOf(rule.field);
          return fact ? valueFor(fact, rule.operator, undefined) : '';
        }}
      />
      <div className={styles.builderFoot}>
        {trigger === 'purchase' ? null : (
          <EventFieldAdder disabled={disabled} onAdd={(name) => setExtra([...extra, name])} />
        )}
        <Button type="link" size="small" disabled={disabled} onClick={onText}>
          {c.jsonOther}
        </Button>
      </div>
    </div>
  );
}

function TextView({ disabled, value = null, onChange, onForm }: ConditionInputProps & { onForm: () => void }) {
  const [text, setText] = useState(() => (value === null ? '' : JSON.stringify(value, null, 2)));
  const [isWrong, setIsWrong] = useState(false);
  const canShow = !isWrong && queryOf(value) !== null;
  const take = (next: string) => {
    setText(next);
    const tree = read(next);
    setIsWrong(tree === undefined);
    if (tree !== undefined) onChange?.(tree);
  };
  return (
    <div className={styles.builderBox}>
      {canShow ? null : (
        <Alert type="info" showIcon title={c.jsonTitle} description={c.jsonHint} className={styles.gap} />
      )}
      <Input.TextArea
        aria-label="JsonLogic"
        className={styles.code}
        autoSize={{ minRows: 5, maxRows: 20 }}
        status={isWrong ? 'error' : undefined}
        disabled={disabled}
        value={text}
        onChange={(event) => take(event.target.value)}
      />
      {isWrong ? <p className={styles.wrong}>{c.jsonWrong}</p> : null}
      <Button type="link" size="small" disabled={disabled || !canShow} onClick={onForm}>
        {c.formOther}
      </Button>
    </div>
  );
}

/** The tree of a text; null for an empty one, undefined for one that is no tree. */
const read = (text: string): Tree | null | undefined => {
  if (text.trim() === '') return null;
  try {
    const tree = JSON.parse(text) as unknown;
    return typeof tree === 'object' && tree !== null && !Array.isArray(tree) ? (tree as Tree) : undefined;
  } catch {
    return undefined;
  }
};
