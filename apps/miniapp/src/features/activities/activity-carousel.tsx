import { Swiper, SwiperItem } from '@tarojs/components';
import type { ActivityCard as Activity } from '@/shared/http/types';
import { ActivityCard } from './activity-card';
import './activities.scss';

export const ActivityCarousel = ({ items }: { items: Activity[] }) =>
  items.length === 1 && items[0] ? (
    <ActivityCard activity={items[0]} />
  ) : (
    <Swiper className="carousel" nextMargin="28px" circular={false}>
      {items.map((activity) => (
        <SwiperItem key={activity.id}>
          <ActivityCard activity={activity} />
        </SwiperItem>
      ))}
    </Swiper>
  );
