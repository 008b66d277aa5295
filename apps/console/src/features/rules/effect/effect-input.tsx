import { Radio } from 'antd';
import type { RuleFacts, RuleTrigger, TierRow } from '../../../shared/api/types';
import { effectsFor, freshEffect, type LooseEffect } from '../draft';
import styles from '../rules.module.css';
import { effectHints, effectNames } from '../strings';
import { GivenCoupon, GivenMessage, GivenTag } from './given-effects';
import { FixedPoints, Multiplier, PerAmount, PerLine, TierMultiplier, TierPoints } from './points-effects';

interface EffectInputProps {
  trigger: RuleTrigger;
  effect: LooseEffect;
  tiers: TierRow[];
  choices: RuleFacts['choices'];
  onChange: (effect: LooseEffect) => void;
}

const WITH_AMOUNT: readonly RuleTrigger[] = ['purchase', 'referral-purchased', 'custom'];

/** The fields that belong to one kind of effect. */
function Fields({ trigger, effect, tiers, choices, onChange }: EffectInputProps) {
  switch (effect.kind) {
    case 'points-per-amount':
      return <PerAmount effect={effect} onChange={onChange} />;
    case 'multiplier':
      return <Multiplier effect={effect} onChange={onChange} />;
    case 'tier-multiplier':
      return <TierMultiplier effect={effect} onChange={onChange} tiers={tiers} />;
    case 'points-per-line':
      return <PerLine effect={effect} onChange={onChange} />;
    case 'fixed-points':
      return <FixedPoints effect={effect} onChange={onChange} />;
    case 'tier-points':
      return <TierPoints effect={effect} onChange={onChange} hasAmount={WITH_AMOUNT.includes(trigger)} />;
    case 'coupon':
      return <GivenCoupon effect={effect} onChange={onChange} choices={choices} />;
    case 'tag':
      return <GivenTag effect={effect} onChange={onChange} choices={choices} />;
    case 'message':
      return <GivenMessage effect={effect} onChange={onChange} />;
  }
}

/** What a rule gives: its kind, and then the fields of that kind. */
export function EffectInput(props: EffectInputProps) {
  const { trigger, effect, onChange } = props;
  return (
    <>
      <Radio.Group
        className={styles.kinds}
        value={effect.kind}
        onChange={(event) => onChange(freshEffect(event.target.value as LooseEffect['kind']))}
      >
        {effectsFor(trigger).map((kind) => (
          <Radio
            key={kind}
            value={kind}
            className={effect.kind === kind ? `${styles.kind} ${styles.chosen}` : styles.kind}
          >
            <b>{effectNames[kind]}</b>
            <span className={styles.soft}>{effectHints[kind]}</span>
          </Radio>
        ))}
      </Radio.Group>
      <Fields {...props} />
    </>
  );
}
