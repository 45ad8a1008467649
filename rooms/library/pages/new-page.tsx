import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useWords } from '#shell/language.tsx'
import { ConfirmLeave } from '#shell/parts/confirm-leave.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import '#shell/parts/section.css'
import { useAct } from '#shell/query.ts'
import { addDoor } from '../doors.ts'
import { AlikeRefusal } from './alike-refusal.tsx'
import { ArticleFields, asArticle, type TypedArticle } from './article-fields.tsx'
import { OwnUnit } from './own-unit.tsx'
import { pageWords } from './page-words.ts'
import './library.css'

/** One article more for the library. */
export function NewArticlePage() {
  const words = useWords(pageWords)
  return (
    <>
      <PageHead title={words.add} hint={words.addHint} />
      <section className="card section article-page">
        <OwnUnit>{(unitId) => <NewArticle unitId={unitId} />}</OwnUnit>
      </section>
    </>
  )
}

function NewArticle({ unitId }: { unitId: string }) {
  const words = useWords(pageWords)
  const { message } = App.useApp()
  const navigate = useNavigate()
  const add = useAct(addDoor)
  const [values, setValues] = useState<TypedArticle>({})

  async function save(anyway: boolean) {
    const body = { unitId, articles: [asArticle(values)], anyway }
    // a refusal stays on the page with everything that was typed
    const done = await add.run({ body }).catch(() => null)
    if (!done) return
    void message.success(words.saved)
    await navigate({ to: '/library', ignoreBlocker: true })
  }

  return (
    <>
      <ConfirmLeave unsaved={Object.values(values).some((v) => v !== undefined)} />
      <ArticleFields values={values} change={setValues} reasons={add.error?.reasons ?? []} />
      {add.error && (
        <AlikeRefusal
          error={add.error}
          name={values.nameZh}
          goOn={() => void save(true)}
          busy={add.busy}
        />
      )}
      <p className="article-acts">
        <Button type="primary" loading={add.busy} onClick={() => void save(false)}>
          {words.save}
        </Button>
      </p>
    </>
  )
}
