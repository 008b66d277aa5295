import { Select } from 'antd';

interface Named {
  code: string;
  name: string;
}

interface NamedInputProps {
  /** From the form: by it the label names the field. */
  id?: string;
  value?: Named[] | null;
  onChange?: (next: Named[] | null) => void;
  choices: Named[];
  placeholder: string;
}

/** Some of the choices, kept with the names that they have now: a promise does not change with a name. None: no limit. */
export function NamedInput({ id, value, onChange, choices, placeholder }: NamedInputProps) {
  const known = new Map([...(value ?? []), ...choices].map((one) => [one.code, one]));
  const pick = (codes: string[]) => {
    const next = codes.flatMap((code) => known.get(code) ?? []);
    onChange?.(next.length > 0 ? next : null);
  };
  return (
    <Select
      id={id}
      mode="multiple"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={placeholder}
      value={(value ?? []).map(({ code }) => code)}
      options={[...known.values()].map(({ code, name }) => ({ value: code, label: name }))}
      onChange={pick}
    />
  );
}
