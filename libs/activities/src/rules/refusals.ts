import { refusals } from '@fanloop/kernel';

export const refuse = refusals({
  ActivityNotFound: { zh: '没有找到这个活动', en: 'There is no such activity', status: 404 },
  ActivityInvalid: { zh: '活动设置有误：{problem}', en: 'The activity is not valid: {problem}', status: 400 },
  ActivityStatusForbids: { zh: '活动现在的状态不允许这样做', en: 'The state of the activity does not allow this' },
  SeatsBelowTaken: { zh: '已有 {taken} 人报名，名额不能更少', en: '{taken} seats are taken already' },
  ActivityNotOpen: { zh: '活动现在不接受报名', en: 'The activity does not take entries now' },
  SignUpEnded: { zh: '报名已截止', en: 'Sign-up has ended' },
  AlreadyJoined: { zh: '您已经报过名了', en: 'You have joined already' },
  NotJoined: { zh: '没有这个人的报名', en: 'There is no such entry', status: 404 },
  ActivityStarted: { zh: '活动已经开始，不能取消报名', en: 'The activity has started' },
  StillWaiting: { zh: '还在候补中，没有名额', en: 'This entry is still on the waiting list' },
  EntryCancelled: { zh: '这个报名已取消', en: 'This entry was cancelled' },
  AlreadyCheckedIn: { zh: '已经签到过了', en: 'This entry has been checked in already' },
  CheckInCodeInvalid: { zh: '签到码无效或已过期', en: 'The check-in code is wrong or has expired' },
  CheckInNotOpen: { zh: '现在不是签到时间', en: 'It is not the time for checking in' },
});
