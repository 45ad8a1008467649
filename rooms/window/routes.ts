import { openAct, openRead, type Route } from '#frame/http/open.ts'
import { bookAct } from './book.ts'
import { cancelAct } from './cancel.ts'
import * as doors from './doors.ts'
import { findWaiting } from './find.ts'
import { finishAct } from './finish.ts'
import { listVisits } from './list-visits.ts'
import { addPhraseAct, listPhrases, retirePhraseAct } from './phrases.ts'
import { rebookAct } from './rebook.ts'
import { receiveAct } from './receive.ts'
import { sendCalendar } from './send-calendar.ts'
import { showBooking } from './show-booking.ts'
import { showDay } from './show-day.ts'
import { showHours } from './show-hours.ts'
import { showVisit } from './show-visit.ts'
import { phraseLife, visitLife } from './states.ts'
import { stopAct } from './stop.ts'
import { tickAct } from './tick.ts'
import { walkInAct } from './walk-in.ts'

/** What an act on one visit is told: the visit of the path, and the body. */
const onVisit = ({ params, body }: { params: { id: string }; body: object }) => ({
  ...body,
  id: params.id,
})

/** What an act on a registration is told. */
const onRegistration = ({ params, body }: { params: { id: string }; body: object }) => ({
  ...body,
  registrationId: params.id,
})

/** A line each: which door leads to which act or read. */
export const windowRoutes: readonly Route[] = [
  openRead(doors.hoursDoor, (visit) => showHours(visit)),
  openRead(doors.bookingDoor, (visit, { params }) => showBooking(visit, params.id)),
  openAct(doors.bookDoor, bookAct, visitLife, onRegistration),
  openAct(doors.walkInDoor, walkInAct, visitLife, onRegistration),
  openRead(doors.visitsDoor, (visit, { query }) => listVisits(visit, query)),
  openRead(doors.visitDoor, (visit, { params }) => showVisit(visit, params.id)),
  openRead(doors.calendarFileDoor, (visit, { params }) => sendCalendar(visit, params.id)),
  openAct(doors.rebookDoor, rebookAct, visitLife, onVisit),
  openAct(doors.cancelDoor, cancelAct, visitLife, onVisit),
  openAct(doors.receiveDoor, receiveAct, visitLife, onVisit),
  openAct(doors.tickDoor, tickAct, visitLife, onVisit),
  openAct(doors.finishDoor, finishAct, visitLife, onVisit),
  openAct(doors.stopDoor, stopAct, visitLife, onVisit),
  openRead(doors.dayDoor, (visit, { query }) => showDay(visit, query)),
  openRead(doors.findDoor, (visit, { query }) => findWaiting(visit, query.q)),
  openRead(doors.phrasesDoor, (visit) => listPhrases(visit)),
  openAct(doors.addPhraseDoor, addPhraseAct, phraseLife, ({ body }) => body),
  openAct(doors.retirePhraseDoor, retirePhraseAct, phraseLife, ({ params }) => params),
]
