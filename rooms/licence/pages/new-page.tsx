import { useNavigate } from '@tanstack/react-router'
import { Button, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { useWords } from '#shell/language.tsx'
import { EmptyState } from '#shell/parts/empty-state.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { Section } from '#shell/parts/section.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { useAct, useRead } from '#shell/query.ts'
import { createDoor, startDoor } from '../doors.ts'
import { pageWords } from './page-words.ts'
import './licence.css'

/** Begins an application: for which unit, then the empty draft opens. */
export function NewCasePage() {
  const words = useWords(pageWords)
  const { data, error, refetch } = useRead(startDoor, {})
  const create = useAct(createDoor)
  const navigate = useNavigate()
  const [picked, setPicked] = useState<string>()
  const [copyOf, setCopyOf] = useState<string>()
  const copyId = useId()
  if (error) return <Fault error={error} retry={() => void refetch()} />
  if (!data) return <Waiting />
  const chosen = picked ?? (data.units.length === 1 ? data.units[0]!.id : undefined)
  const unit = data.units.find((u) => u.id === chosen)
  async function begin() {
    if (!chosen) return
    const body = { unitId: chosen, ...(copyOf ? { copyOf } : {}) }
    const made = await create.run({ body })
    await navigate({ to: '/licence/$id', params: { id: made.id }, replace: true })
  }
  return (
    <>
      <PageHead title={words.newCase} />
      {data.units.length === 0 ? (
        <EmptyState title={words.notYours} hint={words.notYoursHint} />
      ) : (
        <Section title={words.chooseUnit} hint={words.chooseUnitHint}>
          <div className="new-case">
            <Radio.Group
              vertical
              aria-label={words.chooseUnit}
              value={chosen}
              onChange={(e) => {
                setPicked(e.target.value as string)
                setCopyOf(undefined)
              }}
              options={data.units.map((u) => ({ value: u.id, label: u.nameZh }))}
            />
            {unit?.reasons.map((text) => (
              <p key={text} role="alert">
                {text}
              </p>
            ))}
            {unit && unit.earlier.length > 0 && (
              <div>
                <label htmlFor={copyId}>{words.copyFrom}</label>
                <Select
                  id={copyId}
                  className="whole-width"
                  allowClear
                  showSearch={{ optionFilterProp: 'label' }}
                  value={copyOf ?? null}
                  onChange={(id: string | null) => setCopyOf(id ?? undefined)}
                  options={unit.earlier.map((one) => ({
                    value: one.id,
                    label: `${one.number} ${one.articles}`,
                  }))}
                />
                <p className="form-hint">{words.copyHint}</p>
              </div>
            )}
            {create.error && <Refusal error={create.error} />}
            <div>
              <Button
                type="primary"
                loading={create.busy}
                disabled={!unit || unit.reasons.length > 0}
                // the refusal is shown above
                onClick={() => void begin().catch(() => undefined)}
              >
                {words.begin}
              </Button>
            </div>
          </div>
        </Section>
      )}
    </>
  )
}
