import { Button } from 'antd'
import { showTime } from '#shell/format.ts'
import { fill, useWords } from '#shell/language.tsx'
import type { DraftState } from './draft.ts'
import { partWords } from './labels.ts'

const savedWords = {
  saved: { zh: '已保存 {time}', en: 'Saved {time}' },
  asLoaded: { zh: '草稿自动保存', en: 'Saves as you type' },
  saving: { zh: '正在保存…', en: 'Saving…' },
  unsaved: { zh: '未保存', en: 'Not saved yet' },
  failed: { zh: '没有保存成功：{why}', en: 'Not saved: {why}' },
} as const

/** Says whether what was typed is on the server: `已保存 10:32`. */
export function DraftSaved(props: { status: DraftState; retry: () => void }) {
  const words = useWords({ ...partWords, ...savedWords })
  const { state, at, error } = props.status
  const text =
    state === 'saved'
      ? at
        ? fill(words.saved, { time: showTime(at) })
        : words.asLoaded
      : state === 'failed'
        ? fill(words.failed, { why: error?.message ?? '' })
        : words[state]
  return (
    <output className="draft-saved" data-state={state}>
      {text}
      {state === 'failed' && (
        <Button size="small" onClick={props.retry}>
          {words.retry}
        </Button>
      )}
    </output>
  )
}
