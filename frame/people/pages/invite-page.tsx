import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { fill, useWords } from '#shell/language.tsx'
import type { FormField } from '#shell/parts/form-field.ts'
import { FormFields } from '#shell/parts/form-fields.tsx'
import { partWords } from '#shell/parts/labels.ts'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { useAct, useRead } from '#shell/query.ts'
import { choicesDoor, inviteDoor, peopleDoor } from '../accounts/doors.ts'
import { grantOf } from './grant-fields.ts'
import { GrantForm } from './grant-form.tsx'
import { atFields } from './last-part.ts'
import { peopleWords } from './people-words.ts'
import { typed } from './own-act.ts'
import './account.css'

const personFields: readonly FormField[] = [
  { name: 'name', title: peopleWords.name, kind: 'text', required: true, max: 40 },
  {
    name: 'login',
    title: peopleWords.login,
    kind: 'text',
    required: true,
    max: 40,
    duty: 'S2-068',
    hint: peopleWords.loginHint,
  },
  { name: 'mailbox', title: peopleWords.mailbox, kind: 'text', required: true, duty: 'S2-069' },
  { name: 'phone', title: peopleWords.phone, kind: 'text', duty: 'S2-070' },
  { name: 'language', title: peopleWords.language, kind: 'choice', required: true },
]

const reasonFields: readonly FormField[] = [
  {
    name: 'reason',
    title: peopleWords.reason,
    kind: 'text',
    required: true,
    wide: true,
    hint: peopleWords.reasonHint,
  },
]

const languages = { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } }

/** S2-066, S2-068, S2-069 invites a person by mail with a first role. */
export function InvitePage() {
  const words = useWords({ ...partWords, ...peopleWords })
  const navigate = useNavigate()
  const { message } = App.useApp()
  const invite = useAct(inviteDoor, [peopleDoor])
  const [values, setValues] = useState<Record<string, unknown>>(() => ({
    language: 'zh',
  }))
  const { data } = useRead(choicesDoor, { query: {} })
  const change = (name: string, value: unknown) => setValues((old) => ({ ...old, [name]: value }))
  const errors = atFields(invite.error?.reasons)
  const filled = { validFrom: data?.today, ...values }
  const form = { values: filled, change, errors }

  async function send() {
    const body = {
      name: typed(values, 'name'),
      login: typed(values, 'login'),
      mailbox: typed(values, 'mailbox'),
      phone: typed(values, 'phone') || null,
      language: values['language'] === 'en' ? ('en' as const) : ('zh' as const),
      grant: grantOf(filled),
      reason: typed(values, 'reason'),
    }
    // A refusal stays on the page with everything that was typed.
    const done = await invite.run({ body }).catch(() => null)
    if (!done) return
    void message.success(fill(words.sent, { mailbox: body.mailbox }))
    await navigate({ to: '/people/$id', params: { id: done.id } })
  }

  return (
    <>
      <PageHead title={words.invite} />
      <div className="card invite">
        <h2>{words.who}</h2>
        <FormFields fields={personFields} choices={() => languages} {...form} />
        <h2>{words.whatRole}</h2>
        <GrantForm {...form} />
        <div className="invite-more">
          <FormFields fields={reasonFields} {...form} />
        </div>
        {invite.error && <Refusal error={invite.error} />}
        <div className="invite-acts">
          <Button type="primary" loading={invite.busy} onClick={() => void send()}>
            {words.send}
          </Button>
          <Button onClick={() => history.back()}>{words.cancel}</Button>
        </div>
      </div>
    </>
  )
}
