import { SubjectFiles } from '#frame/files/pages/subject-files.tsx'
import { showInstant } from '#shell/format.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import type { VisitView } from '../views.ts'
import { RowRemark } from './row-remark.tsx'
import type { Ticking } from './use-ticks.ts'
import { visitWords } from './visit-words.ts'

type Row = VisitView['rows'][number]

/** One row in full: what is on file for it, a scan at the counter, and what is wanting. */
export function RowDetail(props: {
  view: VisitView
  row: Row
  ticking: Ticking
  open: boolean
  next: () => void
  back: () => void
}) {
  const words = useWords(visitWords)
  const word = useWord()
  const { view, row, ticking, open } = props
  const tick = ticking.of(row)
  const document = !(row.slot === 'form' || row.slot.startsWith('field.'))
  return (
    <section className="card row-detail" aria-labelledby="row-detail-title">
      <h2 id="row-detail-title">{word(row.title)}</h2>
      {row.valid && <p>{word(row.valid)}</p>}
      {row.tick && (
        <p className="small quiet">
          {words[row.tick.outcome]}
          {'，'}
          {fill(words.tickedBy, { who: row.tick.by, when: showInstant(row.tick.at) })}
        </p>
      )}
      {tick?.outcome === 'wanting' &&
        (open ? (
          <RowRemark
            key={row.slot}
            slot={row.slot}
            text={tick.remark}
            keep={(text) => ticking.tick(row.slot, 'wanting', text)}
            next={props.next}
            back={props.back}
          />
        ) : (
          <p>{tick.remark}</p>
        ))}
      {document && <OnFile view={view} row={row} open={open} />}
    </section>
  )
}

/** The scan the original is compared with, and at the counter a way to make another. */
function OnFile({ view, row, open }: { view: VisitView; row: Row; open: boolean }) {
  const words = useWords(visitWords)
  const { file, inForce } = row
  return (
    <div className="row-file">
      <h3>{open ? words.scan : words.file}</h3>
      {(inForce || !open) &&
        (file ? (
          <p>
            <a href={file.href} download>
              {file.name}
            </a>{' '}
            {inForce && (
              <span className="window-mark" title={words.inForceWhy}>
                {words.inForce}
              </span>
            )}
          </p>
        ) : (
          <p className="quiet">{words.noFile}</p>
        ))}
      {open && (
        <SubjectFiles subject="registration" subjectId={view.registration.id} only={row.slot} />
      )}
    </div>
  )
}
