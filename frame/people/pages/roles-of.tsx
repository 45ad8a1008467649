import { Button, Modal } from 'antd'
import { useState } from 'react'
import { showInstant } from '#shell/format.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { holds, useMe } from '#shell/me.ts'
import { ActBar } from '#shell/parts/act-bar.tsx'
import { FormFields } from '#shell/parts/form-fields.tsx'
import { partWords } from '#shell/parts/labels.ts'
import { Refusal } from '#shell/parts/refusal.tsx'
import { useAct, useRead } from '#shell/query.ts'
import { choicesDoor } from '../accounts/doors.ts'
import { endRoleDoor, grantRoleDoor } from '../grants/doors.ts'
import { inviters } from '../accounts/states.ts'
import { roles } from '../roles.ts'
import { grantOf } from './grant-fields.ts'
import { GrantForm } from './grant-form.tsx'
import { atFields } from './last-part.ts'
import { typed } from './own-act.ts'
import { peopleWords } from './people-words.ts'
import type { Person } from './person-page.tsx'

/** The roles of a person now and before, giving one and taking one back. */
export function RolesOf({ person }: { person: Person }) {
  const words = useWords(peopleWords)
  const { me } = useMe()
  const [granting, setGranting] = useState(false)
  const now = person.grants.filter((g) => !g.ended)
  const past = person.grants.filter((g) => g.ended)
  const mayGrant = person.status !== 'ended' && holds(me, inviters)
  return (
    <section className="card person-card">
      <h2>
        {words.rolesNow}
        {mayGrant && <Button onClick={() => setGranting(true)}>{words.grant}</Button>}
      </h2>
      <p className="quiet small">{words.rolesHint}</p>
      {now.length === 0 && <p className="quiet">{words.noRole}</p>}
      <ul className="account-lines">
        {now.map((grant) => (
          <Grant key={grant.id} grant={grant} />
        ))}
      </ul>
      {past.length > 0 && (
        <details>
          <summary>{fill(words.past, { n: past.length })}</summary>
          <ul className="account-lines">
            {past.map((grant) => (
              <Grant key={grant.id} grant={grant} />
            ))}
          </ul>
        </details>
      )}
      {granting && <GrantDialog person={person} close={() => setGranting(false)} />}
    </section>
  )
}

function Grant({ grant }: { grant: Person['grants'][number] }) {
  const words = useWords(peopleWords)
  const word = useWord()
  const end = useAct(endRoleDoor)
  const facts = [
    `${grant.from} — ${grant.to ?? words.noEnd}`,
    grant.by && `${words.by} ${grant.by}`,
    grant.confirmedBy && fill(words.confirmedBy, { name: grant.confirmedBy }),
    grant.ended
      ? fill(words.endedAt, { at: showInstant(grant.ended.at), reason: grant.ended.reason })
      : grant.reason,
  ]
  return (
    <li data-over={grant.ended !== null}>
      <div>
        <p>
          {word(roles[grant.role])}
          {grant.body && <span className="quiet">　{grant.body}</span>}
        </p>
        <p>{facts.filter(Boolean).join('　')}</p>
      </div>
      {grant.acts.length > 0 && (
        <ActBar
          layout="row"
          main=""
          acts={grant.acts}
          forms={{
            'role.end': {
              danger: true,
              fields: [{ name: 'reason', title: peopleWords.reason, kind: 'text', required: true }],
            },
          }}
          run={(_act, input) =>
            end.run({
              params: { id: grant.id },
              body: { version: grant.version, reason: typed(input, 'reason') },
            })
          }
        />
      )}
    </li>
  )
}

function GrantDialog({ person, close }: { person: Person; close: () => void }) {
  const words = useWords({ ...partWords, ...peopleWords })
  const grant = useAct(grantRoleDoor)
  const { data } = useRead(choicesDoor, { query: {} })
  const [values, setValues] = useState<Record<string, unknown>>({})
  const filled = { validFrom: data?.today, ...values }
  const change = (name: string, value: unknown) => setValues((old) => ({ ...old, [name]: value }))
  const errors = atFields(grant.error?.reasons)

  async function give() {
    const body = { grant: grantOf(filled), reason: typed(values, 'reason') }
    // A refusal stays in the dialog with everything that was typed.
    const done = await grant.run({ params: { id: person.id }, body }).catch(() => null)
    if (done) close()
  }

  return (
    <Modal
      open
      title={words.grant}
      width={640}
      mask={{ closable: false }}
      onCancel={close}
      footer={[
        <Button key="cancel" onClick={close}>
          {words.cancel}
        </Button>,
        <Button key="give" type="primary" loading={grant.busy} onClick={() => void give()}>
          {words.grant}
        </Button>,
      ]}
    >
      <div className="act-dialog">
        <GrantForm values={filled} change={change} errors={errors} />
        <FormFields
          columns={1}
          fields={[{ name: 'reason', title: peopleWords.reason, kind: 'text', required: true }]}
          values={values}
          change={change}
          errors={errors}
        />
        {grant.error && <Refusal error={grant.error} />}
      </div>
    </Modal>
  )
}
