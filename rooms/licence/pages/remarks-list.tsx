import { Button, Checkbox } from 'antd'
import { showInstant } from '#shell/format.ts'
import { fill, useWords } from '#shell/language.tsx'
import { Dots } from '#shell/parts/dots.tsx'
import { deskWords } from './desk-words.ts'
import type { CaseDesk } from './use-desk.ts'

/**
 * What officers remarked among themselves on the whole case: settle each, and choose what goes into the
 * correction notice. In: the desk, and whether a correction can be asked now.
 */
export function RemarksList({ desk, correcting }: { desk: CaseDesk; correcting: boolean }) {
  const words = useWords(deskWords)
  const remarks = desk.data?.remarks ?? []
  if (remarks.length === 0) return <p className="quiet">{words.noRemarks}</p>
  return (
    <>
      <p className="small quiet">{words.remarksInner}</p>
      <ul className="desk-remarks">
        {remarks.map((remark) => (
          <li key={remark.id} data-settled={remark.settled}>
            <div>
              <p>
                <b>{remark.where}</b>
                {'：'}
                {remark.text}
              </p>
              <p className="small quiet">
                <Dots
                  of={[
                    remark.who,
                    showInstant(remark.when),
                    remark.settledBy && fill(words.settledBy, { name: remark.settledBy }),
                  ]}
                />
              </p>
              {correcting && !remark.settled && (
                <Checkbox
                  checked={desk.taken.includes(remark.id)}
                  onChange={(e) => desk.take(remark.id, e.target.checked)}
                >
                  {words.takeOver}
                </Checkbox>
              )}
            </div>
            <Button
              size="small"
              aria-label={`${remark.settled ? words.openAgain : words.settle}：${remark.where}`}
              onClick={() => void desk.settle(remark.id, !remark.settled)}
            >
              {remark.settled ? words.openAgain : words.settle}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
