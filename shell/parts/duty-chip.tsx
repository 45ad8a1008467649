import { Popover } from 'antd'
import { useState } from 'react'
import { useDutyText } from '#shell/duties.ts'
import { useLanguage, useWords } from '#shell/language.tsx'
import { Dots } from './dots.tsx'
import { dutyWords, partWords } from './labels.ts'
import './duty-chip.css'

/**
 * The number of a duty; its place and what it says appear on hover, focus or click.
 * In: `duty` such as `S2-043`; `text` only where another text is to stand.
 */
export function DutyChip(props: { duty: string; text?: string }) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger={['hover', 'focus', 'click']}
      mouseEnterDelay={0.15}
      content={<DutyText duty={props.duty} text={props.text} open={open} />}
    >
      <button
        type="button"
        className="plain duty-chip"
        aria-expanded={open}
        onKeyDown={(e) => {
          if (e.key === 'Escape' && open) {
            e.stopPropagation()
            setOpen(false)
          }
        }}
      >
        {props.duty}
      </button>
    </Popover>
  )
}

function DutyText(props: { duty: string; text?: string | undefined; open: boolean }) {
  const words = useWords(dutyWords)
  const common = useWords(partWords)
  const { language } = useLanguage()
  const found = useDutyText(props.duty, props.open && !props.text)
  if (props.text)
    return (
      <div className="duty-text">
        <p>{props.text}</p>
      </div>
    )
  if (found === 'loading') return <p className="duty-text">{common.loading}</p>
  if (found === null) return <p className="duty-text">{words.missing}</p>
  return (
    <div className="duty-text">
      <p className="small quiet">
        <Dots of={[props.duty.startsWith('S1') ? words.plan : words.guide, found.section]} />
      </p>
      <p lang={language === 'en' ? 'en' : 'zh-CN'}>{found[language]}</p>
    </div>
  )
}
