import type { notifications } from '../../shared/notifications/contract.ts'
import type { Handlers } from '../core/handlers.ts'
import { chooseNotice, listChoices } from './choices.ts'
import { forgetOld } from './old-notices.ts'
import { acknowledge, countUnread, listNotices, markAllRead, markRead } from './receipts.ts'

/** Everything here is of the very user who asks, whatever the sections. */
export const notificationsHandlers: Handlers<typeof notifications> = {
  listNotices({ db, scope, session }, input) {
    scope.everyone()
    return listNotices(db, session.userId, input)
  },
  countUnread({ db, scope, session }) {
    scope.everyone()
    return countUnread(db, session.userId)
  },
  markRead({ db, scope, session, clock }, { ids }) {
    scope.everyone()
    return { changed: markRead(db, session.userId, ids, clock.now()) }
  },
  markAllRead({ db, scope, session, clock }, { upTo }) {
    scope.everyone()
    return { changed: markAllRead(db, session.userId, upTo, clock.now()) }
  },
  acknowledge({ db, scope, session, clock }, { ids }) {
    scope.everyone()
    return { changed: acknowledge(db, session.userId, ids, clock.now()) }
  },
  listChoices({ db, scope, session }) {
    scope.everyone()
    return listChoices(db, session.userId)
  },
  chooseNotice({ db, scope, session }, choice) {
    scope.everyone()
    return chooseNotice(db, session.userId, choice)
  },
  forgetOld(context) {
    context.scope.everyone()
    return forgetOld(context)
  },
  postNotice({ scope, notify }, notice) {
    scope.everyone()
    notify(notice)
    return {}
  },
}
