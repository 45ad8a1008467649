import { Checkbox } from 'antd'
import { showInstant } from '#shell/format.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { Dots } from '#shell/parts/dots.tsx'
import { DutyChip } from '#shell/parts/duty-chip.tsx'
import { deskWords } from './desk-words.ts'
import type { CaseDesk } from './use-desk.ts'

/** The check-list of the first review: ticked by whoever reviews, read by the others. */
export function CheckList({ desk }: { desk: CaseDesk }) {
  const words = useWords(deskWords)
  const word = useWord()
  const checks = desk.data?.checks ?? []
  const may = desk.may('case-check.tick')
  return (
    <>
      <p className="small quiet">
        {fill(words.ticked, { n: checks.filter((c) => c.done).length, all: checks.length })}
      </p>
      <ul className="desk-checks">
        {checks.map((check) => (
          <li key={check.code}>
            <Checkbox
              checked={check.done !== null}
              disabled={!may}
              onChange={(e) => void desk.tick(check.code, e.target.checked)}
            >
              {word(check.title)}
            </Checkbox>
            <DutyChip duty={check.duty} />
            {check.done && (
              <span className="small quiet">
                <Dots of={[check.done.who, showInstant(check.done.at)]} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
