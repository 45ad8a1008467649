import { Link } from '@tanstack/react-router'
import { addressOf } from '#shell/call.ts'
import { useWords } from '#shell/language.tsx'
import { bundleDoor } from '../filed/doors.ts'
import { deskWords } from './desk-words.ts'

/** What one takes away of a case: exactly what was filed, on paper, and everything in one file. */
export function TakeAway({ id }: { id: string }) {
  const words = useWords(deskWords)
  return (
    <div className="card case-box take-away no-print">
      <h2>{words.takeAway}</h2>
      <p>
        <Link to="/licence/$id/filed" params={{ id }}>
          {words.printFiled}
        </Link>
      </p>
      <p>
        <a href={addressOf(bundleDoor.path, { id }, {})} download>
          {words.bundle}
        </a>
      </p>
      <p className="small quiet">{words.bundleHint}</p>
    </div>
  )
}
