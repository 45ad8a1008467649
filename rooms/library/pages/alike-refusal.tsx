import { Button } from 'antd'
import type { CallError } from '#shell/call-error.ts'
import { useWords } from '#shell/language.tsx'
import { LinkButton } from '#shell/parts/link-button.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { pageWords } from './page-words.ts'
import './library.css'

/** A no; where it is only that something alike is there, a way to see that and a way to go on. */
export function AlikeRefusal(props: {
  error: CallError
  /** What the alike one is called, for the link to it. */
  name: string | undefined
  goOn: () => void
  busy: boolean
  /** The reasons stand at their places already. */
  told?: boolean
}) {
  const words = useWords(pageWords)
  const { reasons } = props.error
  const onlyAlike = reasons.length > 0 && reasons.every((r) => r.code === 'alike')
  return (
    <>
      {!props.told && <Refusal error={props.error} />}
      {onlyAlike && (
        <p className="article-acts">
          {props.name && (
            <LinkButton to={`/library?retired=1&q=${encodeURIComponent(props.name)}`}>
              {words.showKnown}
            </LinkButton>
          )}
          <Button loading={props.busy} onClick={props.goOn}>
            {words.anyway}
          </Button>
        </p>
      )}
    </>
  )
}
