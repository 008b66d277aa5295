import { Form, InputNumber, Segmented, Select } from 'antd';
import type { TierRow } from '../../../shared/api/types';
import { MoneyInput } from '../../../shared/ui/pickers';
import type { LooseEffect } from '../draft';
import styles from '../rules.module.css';
import { t } from '../strings';
import { Inline } from './inline';

type Of<Kind extends LooseEffect['kind']> = Extract<LooseEffect, { kind: Kind }>;

export interface EffectProps<Kind extends LooseEffect['kind']> {
  effect: Of<Kind>;
  onChange: (effect: Of<Kind>) => void;
}

const e = t.effect;

interface FigureProps {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
}

export function PointsInput({ label, value, onChange }: FigureProps) {
  return (
    <InputNumber
      aria-label={label}
      min={1}
      max={1_000_000}
      precision={0}
      value={value}
      onChange={onChange}
      style={{ width: 110 }}
    />
  );
}

/** ×1.5 on the screen, 150 per cent in the rule. */
function TimesInput({ label, value, placeholder, onChange }: FigureProps & { placeholder?: string }) {
  return (
    <InputNumber
      aria-label={label}
      min={1}
      max={100}
      step={0.5}
      precision={2}
      prefix="×"
      placeholder={placeholder}
      value={value === null ? null : value / 100}
      onChange={(times) => onChange(times === null ? null : Math.round(times * 100))}
      style={{ width: 110 }}
    />
  );
}

export function PerAmount({ effect, onChange }: EffectProps<'points-per-amount'>) {
  const [each, gets, unit] = effect.wholeSteps ? e.perWhole : e.perAmount;
  return (
    <>
      <Form.Item label={e.kind}>
        <Inline>
          {each}
          <MoneyInput
            aria-label={each}
            min={0.01}
            value={effect.perFen}
            onChange={(perFen) => onChange({ ...effect, perFen })}
            style={{ width: 130 }}
          />
          {gets}
          <PointsInput label={gets} value={effect.points} onChange={(points) => onChange({ ...effect, points })} />
          {unit}
        </Inline>
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item label={e.pace}>
          <Segmented
            value={effect.wholeSteps}
            onChange={(wholeSteps) => onChange({ ...effect, wholeSteps })}
            options={[
              { value: false, label: e.inProportion },
              { value: true, label: e.wholeSteps },
            ]}
          />
        </Form.Item>
        {effect.wholeSteps ? null : (
          <Form.Item label={e.rounding}>
            <Select
              value={effect.rounding}
              onChange={(rounding) => onChange({ ...effect, rounding })}
              options={(['down', 'nearest', 'up'] as const).map((value) => ({ value, label: e.roundings[value] }))}
            />
          </Form.Item>
        )}
      </div>
    </>
  );
}

export function Multiplier({ effect, onChange }: EffectProps<'multiplier'>) {
  return (
    <Form.Item label={e.kind}>
      <Inline>
        {e.multiplier[0]}
        <TimesInput
          label={e.multiplier[0]}
          value={effect.percent}
          onChange={(percent) => onChange({ ...effect, percent })}
        />
      </Inline>
    </Form.Item>
  );
}

export function TierMultiplier({ effect, onChange, tiers }: EffectProps<'tier-multiplier'> & { tiers: TierRow[] }) {
  return (
    <Form.Item label={e.kind} extra={e.tierOwn}>
      <div className={styles.tiers}>
        {tiers.map((tier) => (
          <div key={tier.code} className={styles.tier}>
            <span>{tier.name}</span>
            <TimesInput
              label={tier.name}
              placeholder={String(tier.multiplierPercent / 100)}
              value={effect.perTier[tier.code] ?? null}
              onChange={(percent) => onChange({ ...effect, perTier: { ...effect.perTier, [tier.code]: percent } })}
            />
          </div>
        ))}
      </div>
    </Form.Item>
  );
}

export function PerLine({ effect, onChange }: EffectProps<'points-per-line'>) {
  const [each, gives, unit] = e.perLine;
  return (
    <Form.Item label={e.kind}>
      <Inline>
        {each}
        <Select
          aria-label={each}
          value={effect.per}
          onChange={(per) => onChange({ ...effect, per })}
          options={(['piece', 'line'] as const).map((value) => ({ value, label: e.perLines[value] }))}
          style={{ width: 110 }}
        />
        {gives}
        <PointsInput label={gives} value={effect.points} onChange={(points) => onChange({ ...effect, points })} />
        {unit}
      </Inline>
    </Form.Item>
  );
}

export function FixedPoints({ effect, onChange }: EffectProps<'fixed-points'>) {
  const [gives, unit] = e.fixed;
  return (
    <Form.Item label={e.kind}>
      <Inline>
        {gives}
        <PointsInput label={gives} value={effect.points} onChange={(points) => onChange({ ...effect, points })} />
        {unit}
      </Inline>
    </Form.Item>
  );
}

export function TierPoints({ effect, onChange, hasAmount }: EffectProps<'tier-points'> & { hasAmount: boolean }) {
  const byAmount = effect.perFen !== null;
  const points = (
    <PointsInput
      label={e.tierPoints[1]}
      value={effect.points}
      onChange={(next) => onChange({ ...effect, points: next })}
    />
  );
  return (
    <>
      {hasAmount ? (
        <Form.Item label={e.tierBy}>
          <Segmented
            value={byAmount}
            onChange={(next) => onChange({ ...effect, perFen: next ? 100 : null })}
            options={[
              { value: false, label: e.tierFixed },
              { value: true, label: e.tierAmount },
            ]}
          />
        </Form.Item>
      ) : null}
      <Form.Item label={e.kind}>
        {byAmount ? (
          <Inline>
            {e.tierPerAmount[0]}
            <MoneyInput
              aria-label={e.tierPerAmount[0]}
              min={0.01}
              value={effect.perFen}
              onChange={(perFen) => onChange({ ...effect, perFen: perFen ?? 100 })}
              style={{ width: 130 }}
            />
            {e.tierPerAmount[1]}
            {points}
            {e.tierPerAmount[2]}
          </Inline>
        ) : (
          <Inline>
            {e.tierPoints[0]}
            {points}
            {e.tierPoints[1]}
          </Inline>
        )}
      </Form.Item>
    </>
  );
}
