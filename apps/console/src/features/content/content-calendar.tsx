import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import FullCalendar, {
  type CalendarOptions,
  type CalendarRef,
  type DatesSetInfo,
  type DayHeaderInfo,
  type EventDisplayInfo,
  type EventDropInfo,
} from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import interactionPlugin from '@fullcalendar/react/interaction';
import zhCn from '@fullcalendar/react/locales/zh-cn';
import classicTheme from '@fullcalendar/react/themes/classic';
import timeGridPlugin from '@fullcalendar/react/timegrid';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import '@fullcalendar/react/themes/classic/palette.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { App, Button, Segmented } from 'antd';
import { useRef, useState } from 'react';
import type { ContentItem } from '../../shared/api/types';
import { brandNow, dayjs, showWall, wallToIso } from '../../shared/format/time';
import { useMay } from '../../shared/session/session';
import { ErrorState } from '../../shared/ui/states';
import { useAction } from '../../shared/ui/use-action';
import { contentKey, listContent, moveContent } from './api';
import styles from './content.module.css';
import { stateNames, t } from './strings';

interface CalendarProps {
  view: string;
  date: string;
  onNavigate: (patch: { view?: string; date?: string }) => void;
  onOpen: (contentId: string) => void;
  onCreate: (plannedLocal: string) => void;
}

// The calendar runs on "UTC" but is fed the brand's wall times: what it shows and gives back is wall time, whatever
// zone the browser is in.
const wallNow = (): string => brandNow().format('YYYY-MM-DDTHH:mm:ss');
const toWall = (text: string): string => text.slice(0, 16);

const eventOf = (item: ContentItem, canMove: boolean) => ({
  id: item.contentId,
  title: item.title || item.text.slice(0, 20),
  start: toWall(item.plannedLocal),
  editable: canMove && item.state === 'planned',
  extendedProps: { state: item.state, paused: item.paused },
});

/** In the month a click names a day only: such a draft starts at ten in the morning. */
const clickedWall = (dateStr: string): string => (dateStr.length > 10 ? toWall(dateStr) : `${dateStr}T10:00`);

function EventChip({ info }: { info: EventDisplayInfo }) {
  const state = info.event.extendedProps.state as ContentItem['state'];
  return (
    <span
      className={styles.chip}
      data-state={state}
      data-paused={info.event.extendedProps.paused === true}
      data-tall={info.view.type !== 'dayGridMonth'}
      title={`${info.event.title}（${stateNames[state]}）`}
    >
      <time>{info.timeText.split(/[–-]/)[0]?.trim()}</time>
      <span>{info.event.title}</span>
    </span>
  );
}

const unchanging: CalendarOptions = {
  plugins: [classicTheme, dayGridPlugin, timeGridPlugin, interactionPlugin],
  locales: [zhCn],
  locale: 'zh-cn',
  timeZone: 'UTC',
  now: wallNow,
  firstDay: 1,
  headerToolbar: false,
  fixedWeekCount: false,
  dayMaxEvents: true,
  moreLinkText: t.more,
  nowIndicator: true,
  allDaySlot: false,
  scrollTime: '08:00:00',
  slotDuration: '00:30:00',
  eventDisplay: 'block',
  eventDurationEditable: false,
  defaultTimedEventDuration: '00:45:00',
  eventTimeFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
  dayHeaderContent: (info: DayHeaderInfo) =>
    info.dayNumberText ? `${info.weekdayText} ${info.dayNumberText}` : info.weekdayText,
  eventClass: styles.event,
  eventContent: (info: EventDisplayInfo) => <EventChip info={info} />,
};

interface BarProps {
  title: string;
  view: string;
  onStep: (step: 'prev' | 'next' | 'today') => void;
  onView: (view: string) => void;
}

function CalendarBar({ title, view, onStep, onView }: BarProps) {
  return (
    <div className={styles.bar}>
      <div className={styles.barSide}>
        <Button onClick={() => onStep('today')}>{t.today}</Button>
        <Button icon={<LeftOutlined />} aria-label={t.previous} onClick={() => onStep('prev')} />
        <Button icon={<RightOutlined />} aria-label={t.next} onClick={() => onStep('next')} />
        <b className={styles.barTitle}>{title}</b>
      </div>
      <Segmented
        options={Object.entries(t.views).map(([value, label]) => ({ value, label }))}
        value={view}
        onChange={onView}
      />
    </div>
  );
}

/** Moves an item on the server; the calendar has already drawn it and takes it back when refused. */
const useMove = () => {
  const { message } = App.useApp();
  const move = useAction(
    ({ id, plannedLocal }: { id: string; plannedLocal: string }) => moveContent(id, plannedLocal),
    { said: (_, input) => t.moved(showWall(input.plannedLocal)), refresh: [contentKey] },
  );
  return (info: EventDropInfo) => {
    const plannedLocal = toWall(info.event.startStr);
    if (plannedLocal <= toWall(wallNow())) {
      message.warning(t.movedPast);
      info.revert();
      return;
    }
    move.mutate({ id: info.event.id, plannedLocal }, { onError: () => info.revert() });
  };
};

export function ContentCalendar({ view, date, onNavigate, onOpen, onCreate }: CalendarProps) {
  const calendar = useRef<CalendarRef>(null);
  const [range, setRange] = useState<{ from: string; to: string; title: string } | null>(null);
  const may = useMay();
  const canWrite = may('content.write');
  const onDrop = useMove();
  const query = useQuery({
    queryKey: [...contentKey, range?.from, range?.to],
    queryFn: () => listContent(range?.from ?? '', range?.to ?? ''),
    enabled: range !== null,
    placeholderData: keepPreviousData,
    refetchInterval: 20_000,
  });
  const datesSet = (info: DatesSetInfo) => {
    const moment = (text: string) => wallToIso(dayjs(toWall(text)));
    setRange({ from: moment(info.startStr), to: moment(info.endStr), title: info.view.title });
    const day = toWall(info.view.calendar.formatIso(info.view.calendar.getDate())).slice(0, 10);
    const shown = day === wallNow().slice(0, 10) ? '' : day;
    if (info.view.type !== view || shown !== date) onNavigate({ view: info.view.type, date: shown });
  };
  if (query.isError && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const items = query.data?.items ?? [];
  return (
    <div className={styles.calendar}>
      <CalendarBar
        title={range?.title ?? ''}
        view={view}
        onStep={(step) => calendar.current?.getApi()[step]()}
        onView={(name) => calendar.current?.getApi().changeView(name)}
      />
      <FullCalendar
        ref={calendar}
        {...unchanging}
        initialView={view}
        initialDate={date || wallNow()}
        height="max(560px, calc(100vh - 292px))"
        events={items.map((item) => eventOf(item, canWrite))}
        eventClick={(info) => onOpen(info.event.id)}
        eventDrop={onDrop}
        dateClick={(info) => canWrite && onCreate(clickedWall(info.dateStr))}
        datesSet={datesSet}
      />
      {query.data && items.length === 0 ? <p className={styles.blank}>{t.monthEmpty}</p> : null}
    </div>
  );
}
