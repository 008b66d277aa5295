import { Select, Space } from 'antd';
import { t } from '../strings';

const two = (value: number): string => String(value).padStart(2, '0');
const LUNAR_MONTHS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
const DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

const lunarDay = (day: number): string => {
  if (day <= 10) return `初${DIGITS[day - 1]}`;
  if (day === 20) return '二十';
  if (day === 30) return '三十';
  return `${day < 20 ? '十' : '廿'}${DIGITS[(day % 10) - 1]}`;
};

interface MonthDayInputProps {
  label: string;
  isLunar: boolean;
  /** `MM-DD`. */
  value: string;
  onChange: (value: string) => void;
}

/** A day of each year, by the common or by the lunar calendar. */
export function MonthDayInput({ label, isLunar, value, onChange }: MonthDayInputProps) {
  const [month = '01', day = '01'] = value.split('-');
  const months = Array.from({ length: 12 }, (_, i) => ({
    value: two(i + 1),
    label: isLunar ? `${LUNAR_MONTHS[i]}月` : t.month(i + 1),
  }));
  const days = Array.from({ length: isLunar ? 30 : 31 }, (_, i) => ({
    value: two(i + 1),
    label: isLunar ? lunarDay(i + 1) : t.dayOfMonth(i + 1),
  }));
  return (
    <Space.Compact>
      <Select
        aria-label={`${label} 月`}
        value={month}
        options={months}
        onChange={(next) => onChange(`${next}-${day}`)}
        style={{ width: 84 }}
      />
      <Select
        aria-label={`${label} 日`}
        value={day}
        options={days}
        onChange={(next) => onChange(`${month}-${next}`)}
        style={{ width: 84 }}
      />
    </Space.Compact>
  );
}
