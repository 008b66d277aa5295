import { refusals } from '@fanloop/kernel';

export const refuse = refusals({
  ContentNotFound: { zh: '没有找到这条内容', en: 'There is no such content', status: 404 },
  ContentInvalid: { zh: '内容有误：{problem}', en: 'The content is not valid: {problem}', status: 400 },
  ContentChanged: {
    zh: '这条内容刚被别人改过（现为第 {version} 版），请刷新后再改',
    en: 'The content was changed by somebody else (now version {version})',
  },
  ContentPublished: { zh: '这条内容已经发布，不能再改', en: 'The content is published already' },
  ContentNotPlanned: { zh: '这条内容不在计划中', en: 'The content is not planned' },
  ContentNotPublished: { zh: '这条内容还没有发布', en: 'The content is not published yet' },
  ZoneUnknown: { zh: '不认识的时区：{zone}', en: 'Unknown time zone {zone}', status: 400 },
  LocalTimeInvalid: { zh: '时间有误：{local}', en: 'Not a local time: {local}', status: 400 },
  PlannedInPast: { zh: '计划时间已经过去', en: 'The planned time is in the past', status: 400 },
  PostNotFound: { zh: '没有找到这条动态', en: 'There is no such post', status: 404 },
  CommentNotFound: { zh: '没有找到这条评论', en: 'There is no such comment', status: 404 },
  CommentEmpty: { zh: '请先写点什么', en: 'The comment is empty', status: 400 },
  CommentTooLong: { zh: '评论太长，最多 {limit} 个字', en: 'A comment has at most {limit} characters', status: 400 },
  CommentDecided: { zh: '这条评论已经处理过了', en: 'The comment has been decided already' },
  ContentRejected: {
    zh: '内容可能不合规，请修改后再发表',
    en: 'The text was refused by the content check',
    status: 422,
  },
  CursorInvalid: { zh: '翻页标记有误', en: 'The cursor is not valid', status: 400 },
});
