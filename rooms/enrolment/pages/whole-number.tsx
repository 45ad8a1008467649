import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '#shell/language.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { useAct } from '#shell/query.ts'
import { documentDoor } from '../doors.ts'
import { pageWords } from './page-words.ts'

/** S2-125 shows the whole number on request, to compare with the copy; that somebody looked is recorded. */
export function WholeNumber({ id }: { id: string }) {
  const words = useWords(pageWords)
  const look = useAct(documentDoor, [])
  const [number, setNumber] = useState<string | null>(null)
  if (number !== null) return <b className="mono">{number}</b>
  return (
    <>
      <Button
        size="small"
        loading={look.busy}
        title={words.seeNumberHint}
        onClick={() =>
          void look
            .run({ params: { id } })
            .then((reply) => setNumber(reply.number))
            // the refusal is shown beside it
            .catch(() => undefined)
        }
      >
        {words.seeNumber}
      </Button>
      {look.error && <Refusal error={look.error} />}
    </>
  )
}
