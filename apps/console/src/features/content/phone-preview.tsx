import { GiftOutlined, HeartOutlined, MessageOutlined, RightOutlined } from '@ant-design/icons';
import type { ContentDetail, ContentDraft } from '../../shared/api/types';
import { brand } from '../../shared/theme/tokens';
import styles from './content.module.css';
import { linkNames, t } from './strings';

interface PhonePreviewProps {
  draft: Partial<ContentDraft>;
  engagement?: ContentDetail['engagement'];
}

/** The post in the mini-program's feed, on a phone's width. */
export function PhonePreview({ draft, engagement }: PhonePreviewProps) {
  const pictures = [...new Set(draft.pictureUrls ?? [])].filter(Boolean).slice(0, 9);
  return (
    <section className={styles.phone} aria-label={t.preview}>
      <div className={styles.phoneTop} />
      <div className={styles.phoneScreen}>
        <div className={styles.post}>
          <div className={styles.author}>
            <img src={`${import.meta.env.BASE_URL}logo.svg`} alt="" width={34} height={34} />
            <span>
              <b>{brand.name}</b>
              <em>{t.previewName}</em>
              <small>{t.previewTime}</small>
            </span>
          </div>
          <b className={styles.postTitle}>{draft.title || t.previewTitle}</b>
          <p className={styles.postText}>{draft.text || t.previewText}</p>
          {pictures.length > 0 ? (
            <div className={styles.pictures} data-count={Math.min(pictures.length, 3)}>
              {pictures.map((url) => (
                <img key={url} src={url} alt="" />
              ))}
            </div>
          ) : null}
          {draft.link?.title ? (
            <div className={styles.postLink}>
              <GiftOutlined />
              <span>
                {linkNames[draft.link.kind]} · {draft.link.title}
              </span>
              <RightOutlined />
            </div>
          ) : null}
          <div className={styles.postFoot}>
            <HeartOutlined /> {engagement?.likes ?? 0} <MessageOutlined /> {engagement?.comments ?? 0}
          </div>
        </div>
      </div>
    </section>
  );
}
