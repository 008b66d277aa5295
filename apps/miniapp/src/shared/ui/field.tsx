import { Input, Text, View } from '@tarojs/components';

interface FieldProps {
  id: string;
  label?: string;
  value: string;
  placeholder: string;
  onChange: (value: string) => void;
  onEnter?: (value: string) => void;
  type?: 'text' | 'number' | 'digit' | 'nickname';
  maxLength?: number;
  focus?: boolean;
  disabled?: boolean;
  note?: string;
}

export const Field = ({ id, label, value, placeholder, onChange, onEnter, type = 'text', ...rest }: FieldProps) => (
  <View className="field">
    {label ? <Text className="field__label">{label}</Text> : null}
    <Input
      id={id}
      className="field__input"
      placeholderClass="field__placeholder"
      type={type}
      value={value}
      placeholder={placeholder}
      maxlength={rest.maxLength ?? 60}
      focus={rest.focus ?? false}
      disabled={rest.disabled ?? false}
      confirmType="done"
      cursorSpacing={24}
      onInput={(event) => onChange(event.detail.value)}
      onConfirm={(event) => onEnter?.(event.detail.value)}
    />
    {rest.note ? <Text className="field__note">{rest.note}</Text> : null}
  </View>
);
