import { Link } from '@tanstack/react-router'
import { useWord, useWords } from '#shell/language.tsx'
import { Dots } from '#shell/parts/dots.tsx'
import { WhyNot } from '#shell/parts/why-not.tsx'
import type { Alike, EnrolmentView } from '../views.ts'
import { pageWords } from './page-words.ts'

/** S2-023, S2-066 what to look at before deciding: what stands against it, and who looks like this one. */
export function Checks({ view }: { view: EnrolmentView }) {
  const words = useWords(pageWords)
  return (
    <div className="enrol-check">
      {view.warnings.length > 0 && <WhyNot reasons={view.warnings} title={words.warnings} />}
      {view.alike.length === 0 ? (
        <p className="quiet">{words.noAlike}</p>
      ) : (
        <>
          <p>
            <b>{words.alikeTitle}</b>
          </p>
          <ul className="enrol-alike">
            {view.alike.map((one) => (
              <OneAlike key={one.what + one.id} one={one} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function OneAlike({ one }: { one: Alike }) {
  const words = useWords(pageWords)
  const word = useWord()
  const to = one.what === 'unit' ? '/units/$id' : '/enrolments/$id'
  return (
    <li>
      <p>
        <Link to={to} params={{ id: one.id }}>
          {one.name}
        </Link>{' '}
        <span className="mono small">{one.code}</span>
      </p>
      <p className="small quiet">
        <Dots
          of={[
            one.what === 'unit' ? words.unit : words.request,
            word(one.status),
            one.branch && word(one.branch),
            one.why.map(word).join('、'),
          ]}
        />
      </p>
    </li>
  )
}
