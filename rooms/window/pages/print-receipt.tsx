import { Button } from 'antd'
import { useEffect } from 'react'
import { paperHref, shownPaperHref } from '#frame/papers/doors.ts'
import { useWords } from '#shell/language.tsx'
import { PaperList } from '#shell/parts/paper-list.tsx'
import type { VisitView } from '../views.ts'
import { visitWords } from './visit-words.ts'

/**
 * The receipt: opened for printing as soon as it is made, and always there to be printed again. In: `wanted`
 * right after the visit was finished here.
 */
export function PrintReceipt(props: {
  receipt: NonNullable<VisitView['receipt']>
  wanted: boolean
  opened: () => void
}) {
  const words = useWords(visitWords)
  const { receipt, wanted, opened } = props
  const made = receipt.status === 'issued'
  useEffect(() => {
    if (!wanted || !made) return
    open(shownPaperHref(receipt.id), '_blank', 'noopener')
    opened()
  }, [wanted, made, opened, receipt.id])
  return (
    <>
      <PaperList papers={[receipt]} href={paperHref} />
      {wanted && !made && <p className="small quiet">{words.printing}</p>}
      {made && (
        <Button type="primary" href={shownPaperHref(receipt.id)} target="_blank" rel="noreferrer">
          {words.print}
        </Button>
      )}
    </>
  )
}
