import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { usePathParam } from '#shell/address.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { Loaded } from '#shell/parts/loaded.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { Section } from '#shell/parts/section.tsx'
import { useAct, useRead } from '#shell/query.ts'
import { askChangeDoor, unitDoor } from '../doors.ts'
import { contactFields, registrationFields } from '../fields.ts'
import type { RegistrationFieldName } from '../forms.ts'
import { valueWords } from '../labels.ts'
import { registrationSlots } from '../slots.ts'
import type { UnitView } from '../views.ts'
import { pageWords } from './page-words.ts'
import './registration.css'

interface Item {
  field: string
  after: string
}

/** S2-132 a unit asks for a change: why, and each item as 变更前——变更后 with what is in force filled in. */
export function AskChangePage() {
  const unitId = usePathParam('unitId')
  const read = useRead(unitDoor, { params: { id: unitId } }, { fresh: true })
  return (
    <Loaded page read={read}>
      {(unit) => <AskChange unit={unit} />}
    </Loaded>
  )
}

function AskChange({ unit }: { unit: UnitView }) {
  const words = useWords(pageWords)
  const word = useWord()
  const navigate = useNavigate()
  const ask = useAct(askChangeDoor)
  const [reason, setReason] = useState('')
  const [items, setItems] = useState<Item[]>([{ field: '', after: '' }])
  const set = (n: number, part: Partial<Item>) =>
    setItems(items.map((item, i) => (i === n ? { ...item, ...part } : item)))
  const choices = [
    // another contact person goes his own way (C-22)
    ...registrationFields
      .filter((f) => !contactFields.includes(f.name))
      .map((f) => ({ value: f.name as string, label: word(f.title) })),
    ...registrationSlots.map((s) => ({ value: `slot.${s.code}`, label: word(s.title) })),
  ]
  const now = (field: string) =>
    field.startsWith('slot.')
      ? unit.documents.find((d) => `slot.${d.slot}` === field)?.name
      : word(
          valueWords(
            field as RegistrationFieldName,
            unit.profile?.[field as RegistrationFieldName],
          ),
        )
  async function send() {
    const made = await ask.run({
      body: { unitId: unit.id, reason, items: items.filter((i) => i.field !== '') },
    })
    await navigate({ to: '/registration/$id', params: { id: made.id }, replace: true })
  }
  return (
    <>
      <PageHead title={words.change} facts={[{ label: words.unit, value: unit.nameZh }]} />
      <Section title={words.changes} hint={words.changeHint}>
        <div className="change-items">
          <label data-place="reason">
            {words.reason}
            <Input.TextArea
              autoSize={{ minRows: 2 }}
              maxLength={1000}
              value={reason}
              onChange={(e) => setReason(e.target.value)}
            />
          </label>
          {items.map((item, n) => (
            // oxlint-disable-next-line react/no-array-index-key -- items have no identity of their own
            <div key={n} className="change-item" data-place={`items.${n}`}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                aria-label={words.field}
                placeholder={words.choose}
                value={item.field || null}
                options={choices.filter(
                  (c) => c.value === item.field || !items.some((i) => i.field === c.value),
                )}
                onChange={(field: string | null) => set(n, { field: field ?? '' })}
              />
              <Input.TextArea
                autoSize
                aria-label={words.after}
                placeholder={words.after}
                value={item.after}
                onChange={(e) => set(n, { after: e.target.value })}
              />
              <Button
                type="text"
                aria-label={words.dropItem}
                disabled={items.length === 1}
                onClick={() => setItems(items.filter((_, i) => i !== n))}
              >
                ✕
              </Button>
              {item.field && (
                <p className="small quiet">
                  {fill(words.changeNow, { value: now(item.field) || words.empty })}
                </p>
              )}
            </div>
          ))}
          <div>
            <Button onClick={() => setItems([...items, { field: '', after: '' }])}>
              {words.addItem}
            </Button>
          </div>
          {ask.error && <Refusal error={ask.error} />}
          <div>
            <Button
              type="primary"
              loading={ask.busy}
              // the refusal is shown above
              onClick={() => void send().catch(() => undefined)}
            >
              {words.send}
            </Button>
          </div>
        </div>
      </Section>
    </>
  )
}
