import { Input, Text, View } from '@tarojs/components';
import { money } from '@/shared/format/amount';
import type { Receipt } from '@/shared/http/types';
import { brand } from '@/shared/theme/theme';
import { Icon } from '@/shared/ui/icon';
import { Segment } from '@/shared/ui/segment';
import { leftOf, type RefundDraft, type RefundLine } from './refund-draft';
import { text } from './strings';
import './refund.scss';

interface YuanInputProps {
  id: string;
  label: string;
  value: string;
  placeholder: string;
  onChange: (value: string) => void;
  large?: boolean;
}

const YuanInput = ({ id, label, value, placeholder, onChange, large }: YuanInputProps) => (
  <View className={large ? 'amount' : 'refund-line__amount'}>
    {large ? null : <Text className="faint grow">{label}</Text>}
    <Text className={large ? 'amount__sign' : 'soft'}>{brand.currencySymbol}</Text>
    <Input
      id={id}
      className={large ? 'number amount__input' : 'number refund-line__input'}
      type="digit"
      value={value}
      placeholder={placeholder}
      placeholderClass="field__placeholder"
      maxlength={9}
      cursorSpacing={24}
      aria-label={label}
      onInput={(event) => onChange(event.detail.value)}
    />
  </View>
);

const Stepper = ({ line, draft }: { line: RefundLine; draft: RefundDraft }) => {
  const { quantity } = draft.partOf(line);
  const most = leftOf(line).quantity;
  // Another number of things has another price: what was typed for the number before is forgotten.
  const put = (next: number) => {
    if (next >= 0 && next <= most) draft.put(line, { quantity: next, amountText: '' });
  };
  return (
    <View className="stepper">
      <View
        id={`fewer-${line.lineNo}`}
        className={`stepper__button ${quantity === 0 ? 'stepper__button--off' : ''}`}
        aria-label={text.lineFewer(line.name)}
        onClick={() => put(quantity - 1)}
      >
        <Icon name="minus" tone="brand" />
      </View>
      <Text className="number stepper__count">{String(quantity)}</Text>
      <View
        id={`more-${line.lineNo}`}
        className={`stepper__button ${quantity === most ? 'stepper__button--off' : ''}`}
        aria-label={text.lineMore(line.name)}
        onClick={() => put(quantity + 1)}
      >
        <Icon name="plus" tone="brand" />
      </View>
    </View>
  );
};

const noteOf = (line: RefundLine): string => {
  const left = leftOf(line);
  if (left.quantity > 0) return text.lineLeft(left.quantity, money(left.amountFen));
  return left.amountFen > 0 ? text.lineMoneyLeft(money(left.amountFen)) : text.lineGone;
};

const Line = ({ line, draft }: { line: RefundLine; draft: RefundDraft }) => {
  const left = leftOf(line);
  const part = draft.partOf(line);
  const priced = draft.preview.data?.lines.find((one) => one.lineNo === line.lineNo)?.amountFen;
  const gone = left.quantity === 0 && left.amountFen === 0;
  return (
    <View className={`refund-line ${gone ? 'refund-line--gone' : ''}`}>
      <View className="row row--between">
        <View className="cell__body">
          <Text className="cell__title">{line.name}</Text>
          <Text className="cell__note">{noteOf(line)}</Text>
        </View>
        {left.quantity > 0 ? <Stepper line={line} draft={draft} /> : null}
      </View>
      {left.amountFen > 0 && (part.quantity > 0 || left.quantity === 0) ? (
        <YuanInput
          id={`line-amount-${line.lineNo}`}
          label={text.lineAmount}
          value={part.amountText}
          placeholder={part.quantity > 0 && priced !== undefined ? (priced / 100).toFixed(2) : text.amountPlaceholder}
          onChange={(amountText) => draft.put(line, { amountText })}
        />
      ) : null}
    </View>
  );
};

/** All of it, some of its lines, or an amount. A purchase of one thing has no lines to choose from. */
export const RefundChoice = ({ receipt, draft }: { receipt: Receipt; draft: RefundDraft }) => {
  const { all, rest, lines, amount } = text.refundModes;
  const several = receipt.lines.length > 1 || receipt.lines.some((line) => line.quantity > 1);
  const modes = [
    { key: 'all' as const, label: receipt.refundState === 'partial' ? rest : all },
    ...(several ? [{ key: 'lines' as const, label: lines }] : []),
    { key: 'amount' as const, label: amount },
  ];
  return (
    <>
      <Segment items={modes} chosen={draft.mode} onChoose={draft.setMode} />
      {draft.mode === 'lines'
        ? receipt.lines.map((line) => <Line key={line.lineNo} line={line} draft={draft} />)
        : null}
      {draft.mode === 'amount' ? (
        <>
          <YuanInput
            large
            id="refund-amount"
            label={text.refundAmount}
            value={draft.amountText}
            placeholder={text.amountPlaceholder}
            onChange={draft.setAmountText}
          />
          <Text className="faint">{text.refundLeft(money(receipt.paidFen - receipt.refundedFen))}</Text>
        </>
      ) : null}
    </>
  );
};
