import { useNavigate } from '@tanstack/react-router'
import type { ActState } from '#frame/kernel/can-do.ts'
import { useWords } from '#shell/language.tsx'
import { ActBar } from '#shell/parts/act-bar.tsx'
import type { ActForm } from '#shell/parts/act-form.ts'
import { useAct } from '#shell/query.ts'
import { contactShown, saidBy } from '../contact-said.ts'
import { beginContactDoor, beginDoorOfUnit, setContactDoor } from '../doors.ts'
import type { UnitView } from '../views.ts'
import { unitWords } from './unit-words.ts'

/** The first registration is offered until there is one. */
const near = (state: ActState) => state.act !== 'registration.begin' || state.allowed

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** What a unit may do with itself, each act with the reasons where it is not possible; nothing for an officer. */
export function UnitActs({ unit }: { unit: UnitView }) {
  const words = useWords(unitWords)
  const navigate = useNavigate()
  const setContact = useAct(setContactDoor)
  const begin = useAct(beginDoorOfUnit)
  const beginContact = useAct(beginContactDoor)
  const { id, version } = unit
  const open = (made: { id: string }) =>
    navigate({ to: '/registration/$id', params: { id: made.id } })
  const does: Record<string, (input: Record<string, unknown>) => Promise<unknown>> = {
    'registration.begin': async () => open(await begin.run({ body: { unitId: id } })),
    'registration.ask-change': () =>
      navigate({ to: '/registration/change/$unitId', params: { unitId: id } }),
    'registration.begin-contact': async () =>
      open(await beginContact.run({ body: { unitId: id } })),
    'unit.set-contact': (input) =>
      setContact.run({
        params: { id },
        body: {
          version,
          ...saidBy(shownOf(unit), {
            mobile: text(input['mobile']),
            email: text(input['email']),
            landline: text(input['landline']),
          }),
        },
      }),
  }
  const acts = Object.keys(does).flatMap((name) =>
    unit.acts.filter((a) => a.act === name && near(a)),
  )
  if (acts.length === 0) return null
  return (
    <ActBar
      layout="row"
      acts={acts}
      main="registration.begin"
      forms={formsOf(unit, words)}
      run={(act, input) => does[act]!(input)}
    />
  )
}

/** What the dialog begins with; an officer has none. */
const shownOf = ({ ownContact, contactPhone, contactMailbox }: UnitView) =>
  ownContact ?? contactShown({}, { mobile: contactPhone, email: contactMailbox })

/** A field of the dialog for phone and mailbox. */
const field = (name: 'mobile' | 'email' | 'landline', duty: string, required: boolean) => ({
  name,
  duty,
  required,
  kind: 'text',
  title: unitWords[name],
  max: name === 'email' ? 120 : 40,
})

function formsOf(
  unit: UnitView,
  words: { setContactText: string; newContactText: string },
): Record<string, ActForm> {
  return {
    'unit.set-contact': {
      text: words.setContactText,
      fields: [
        field('mobile', 'S2-084', true),
        field('email', 'S2-085', true),
        field('landline', 'S2-086', false),
      ],
      initial: { ...shownOf(unit) },
    },
    'registration.begin': { plain: true },
    'registration.ask-change': { plain: true },
    'registration.begin-contact': { text: words.newContactText },
  }
}
