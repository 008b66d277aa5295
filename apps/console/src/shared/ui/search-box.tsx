import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useEffect, useState } from 'react';

interface SearchBoxProps {
  value: string;
  onSearch: (value: string) => void;
  placeholder: string;
  width?: number;
}

/** Searches on Enter or on clearing, so that a slow line is not asked at every key. */
export function SearchBox({ value, onSearch, placeholder, width = 260 }: SearchBoxProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return (
    <Input
      allowClear
      prefix={<SearchOutlined />}
      value={text}
      placeholder={placeholder}
      aria-label={placeholder}
      style={{ width }}
      onChange={(event) => {
        setText(event.target.value);
        if (event.target.value === '') onSearch('');
      }}
      onPressEnter={() => onSearch(text.trim())}
      onBlur={() => text.trim() !== value && onSearch(text.trim())}
    />
  );
}
