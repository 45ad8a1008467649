import { App, Button, Checkbox, Radio } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { fill, useLanguage, useWord, useWords } from '#shell/language.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { useAct, useRead } from '#shell/query.ts'
import { setWishesDoor, wishesDoor } from '../doors.ts'
import type { Wishes } from '../forms.ts'
import { wishWords } from './labels.ts'
import './notify.css'

type Settings = z.output<typeof wishesDoor.reply>

/** What the person wants by mail, in which language, and whether the weekly digest. */
export function WishesPage() {
  const words = useWords(wishWords)
  const { data, error, refetch } = useRead(wishesDoor, {})
  return (
    <>
      <PageHead
        title={words.title}
        hint={data ? fill(words.hint, { mailbox: data.mailbox }) : undefined}
      />
      {error && !data && <Fault error={error} retry={() => void refetch()} />}
      {!error && !data && <Waiting />}
      {data && <WishForm settings={data} />}
    </>
  )
}

function WishForm({ settings }: { settings: Settings }) {
  const words = useWords(wishWords)
  const word = useWord()
  const { language } = useLanguage()
  const { message } = App.useApp()
  const save = useAct(setWishesDoor, [wishesDoor])
  const [wishes, setWishes] = useState<Wishes>(settings.wishes)
  const change = (next: Partial<Wishes>) => setWishes((old) => ({ ...old, ...next }))
  const free = settings.kinds.filter((kind) => !kind.always)
  const fixed = settings.kinds.filter((kind) => kind.always).map((kind) => word(kind.words))
  const toggle = (kind: string, on: boolean) => {
    const others = wishes.mailOff.filter((k) => k !== kind)
    change({ mailOff: on ? others : [...others, kind] })
  }
  async function submit() {
    try {
      await save.run({ body: wishes })
      void message.success(words.saved)
    } catch {
      // the refusal stands below the form
    }
  }
  return (
    <form
      className="card wishes"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <fieldset>
        <legend>{words.mails}</legend>
        {free.length === 0 && <p className="quiet">{words.none}</p>}
        <div className="wishes-choices">
          {free.map(({ kind, words: title }) => (
            <Checkbox
              key={kind}
              checked={!wishes.mailOff.includes(kind)}
              onChange={(e) => toggle(kind, e.target.checked)}
            >
              {word(title)}
            </Checkbox>
          ))}
        </div>
        {fixed.length > 0 && (
          <p className="quiet small">
            {fill(words.always, { kinds: fixed.join(language === 'zh' ? '、' : ', ') })}
          </p>
        )}
      </fieldset>
      <fieldset>
        <legend>{words.digest}</legend>
        <Checkbox checked={wishes.digest} onChange={(e) => change({ digest: e.target.checked })}>
          {words.digestOn}
        </Checkbox>
      </fieldset>
      <fieldset>
        <legend>{words.language}</legend>
        <Radio.Group
          value={wishes.language ?? 'account'}
          aria-label={words.language}
          onChange={(e) => {
            const value = String(e.target.value)
            change({ language: value === 'zh' || value === 'en' ? value : null })
          }}
          options={[
            { value: 'account', label: words.asAccount },
            { value: 'zh', label: words.zh },
            { value: 'en', label: words.en },
          ]}
        />
      </fieldset>
      {save.error && <Refusal error={save.error} />}
      <Button className="wishes-save" type="primary" htmlType="submit" loading={save.busy}>
        {words.save}
      </Button>
    </form>
  )
}
